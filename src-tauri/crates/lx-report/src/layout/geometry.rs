//! The page of GB/T 9704-2012.

/// A length in thousandths of a point.
pub(crate) type Mp = i64;

/// Whole points.
pub(crate) const fn pt(points: i64) -> Mp {
    points * 1000
}

/// Tenths of a millimetre: 28 mm is `mm(280)`.
pub(crate) const fn mm(tenths: i64) -> Mp {
    // 1 mm = 72 / 25.4 pt
    tenths * 72_000 / 254
}

/// How a text is set: size, extra space after every character, distance of base lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Setting {
    /// Size of the type.
    pub size: Mp,
    /// Added to every advance.
    pub tracking: Mp,
    /// From base line to base line.
    pub pitch: Mp,
}

/// The body: 16 pt on a grid of 22 lines of 28 characters.
pub(crate) const BODY: Setting = Setting {
    size: pt(16),
    tracking: mm(1560) / 28 - pt(16),
    pitch: mm(2250) / 22,
};

impl Setting {
    /// A plain setting without tracking.
    pub const fn plain(size: Mp, pitch: Mp) -> Self {
        Self { size, tracking: 0, pitch }
    }
}

/// The type area of a page, from its lower left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    /// Whether the sheet lies on its long side.
    pub landscape: bool,
}

impl Area {
    /// Left edge. A landscape page is the upright one turned by a quarter: its foot lies to the left.
    pub const fn left(self) -> Mp {
        if self.landscape { mm(350) } else { mm(280) }
    }

    /// Upper edge, from the foot of the sheet.
    pub const fn top(self) -> Mp {
        if self.landscape { mm(2100 - 280) } else { mm(2970 - 370) }
    }

    /// Width of the type area.
    pub const fn width(self) -> Mp {
        if self.landscape { mm(2250) } else { mm(1560) }
    }

    /// Height of the type area.
    pub const fn height(self) -> Mp {
        if self.landscape { mm(1560) } else { mm(2250) }
    }
}
