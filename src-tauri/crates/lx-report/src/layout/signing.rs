//! Lines to sign on, two beside each other.

use super::{
    flow::{Belongs, Flow},
    geometry::{BODY, Mp, Setting, pt},
    line::{Align, break_lines, set_line},
    mark::{Mark, Role},
    shape::{shape, span},
};
use crate::{error::ReportError, fonts::Face};

const SETTING: Setting = Setting::plain(pt(14), pt(34));

impl Flow<'_> {
    /// How high so many lines to sign on are.
    pub fn signature_height(lines: usize) -> Mp {
        Mp::try_from(lines.div_ceil(2)).unwrap_or(1) * SETTING.pitch
    }

    /// One line for each (role, name), two in a row.
    ///
    /// # Errors
    /// [`ReportError::MissingGlyphs`].
    pub fn sign_here(&mut self, lines: &[(String, String)]) -> Result<(), ReportError> {
        self.settle(SETTING.pitch)?;
        let half = self.area.width() / 2;
        for pair in lines.chunks(2) {
            self.need(SETTING.pitch.max(BODY.pitch));
            for (at, (role, name)) in pair.iter().enumerate() {
                let left = self.area.left() + half * Mp::try_from(at).unwrap_or(0);
                let words = if name.is_empty() {
                    format!("{role}：")
                } else {
                    format!("{role}{name}：")
                };
                let spans = [span(Face::Kai, words)];
                let shaped = shape(self.fonts, &spans, SETTING)?;
                let y = self.base_line(self.y, SETTING);
                let block = self.block();
                let Some(line) = break_lines(&shaped, half, half, SETTING).into_iter().next() else {
                    continue;
                };
                let wide: Mp = line.shaped.iter().map(|s| s.advance + s.gap).sum();
                let runs = set_line(&line, left, y, half, Align::Left, SETTING);
                self.put(
                    &line,
                    runs,
                    &spans,
                    &Belongs {
                        block,
                        role: Role::Body,
                        row: None,
                        cell: None,
                    },
                );
                let (from, to) = (left + wide, left + half - pt(12));
                if to > from {
                    self.mark(Mark::Rule {
                        from: (from, y - pt(3)),
                        to: (to, y - pt(3)),
                        width: 500,
                    });
                }
            }
            self.y += SETTING.pitch;
        }
        Ok(())
    }
}
