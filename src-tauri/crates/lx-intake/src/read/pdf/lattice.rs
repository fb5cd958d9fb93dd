//! The lattice that the rules of a page lie on, and which of its sides they cover.

use super::rules::Rule;

/// Lines of one direction closer than this are one, in points; gaps in a line as long as this are none.
pub(super) const SNAP: f32 = 3.0;

/// How much of the side of a place is ruled.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Open,
    Partly,
    Ruled,
}

/// Where lines stand, from the lowest; those close together are one.
pub(super) fn lines(mut at: Vec<f32>) -> Vec<f32> {
    at.sort_by(f32::total_cmp);
    let mut found: Vec<f32> = Vec::new();
    let mut first = f32::MIN;
    for place in at {
        match found.last_mut() {
            Some(last) if place - first <= SNAP => *last = f32::midpoint(first, place),
            _ => {
                first = place;
                found.push(place);
            }
        }
    }
    found
}

/// How far each interval between `stops` is ruled, line by line.
pub(super) fn sides(rules: &[Rule], upright: bool, lines: &[f32], stops: &[f32]) -> Vec<Side> {
    let mut on_line: Vec<Vec<(f32, f32)>> = vec![Vec::new(); lines.len()];
    for rule in rules.iter().filter(|r| r.upright == upright) {
        let after = lines.partition_point(|line| *line < rule.at);
        let near = [after.checked_sub(1), Some(after)].into_iter().flatten();
        let distance = |line: &usize| lines.get(*line).map_or(f32::MAX, |at| (at - rule.at).abs());
        let nearest = near.min_by(|a, b| distance(a).total_cmp(&distance(b)));
        if let Some(segments) = nearest.and_then(|line| on_line.get_mut(line)) {
            segments.push((rule.from, rule.to));
        }
    }
    on_line.into_iter().flat_map(|segments| ruled(segments, stops)).collect()
}

fn ruled(mut segments: Vec<(f32, f32)>, stops: &[f32]) -> Vec<Side> {
    segments.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut whole: Vec<(f32, f32)> = Vec::new();
    for (from, to) in segments {
        match whole.last_mut() {
            Some(last) if from <= last.1 + SNAP => last.1 = last.1.max(to),
            _ => whole.push((from, to)),
        }
    }
    let mut next = whole.iter().peekable();
    let intervals = stops.windows(2).map(|pair| match pair {
        [from, to] => (*from, *to),
        _ => (0.0, 0.0),
    });
    intervals
        .map(|(from, to)| {
            while next.next_if(|(_, end)| *end < from + SNAP).is_some() {}
            match next.peek() {
                Some((start, end)) if *start <= from + SNAP && *end >= to - SNAP => Side::Ruled,
                Some((start, _)) if *start < to - SNAP => Side::Partly,
                _ => Side::Open,
            }
        })
        .collect()
}

/// Sets that grow together.
pub(super) struct Sets(Vec<usize>);

impl Sets {
    pub(super) fn new(size: usize) -> Self {
        Self((0..size).collect())
    }

    /// The one that stands for the set of `one`.
    pub(super) fn of(&mut self, mut one: usize) -> usize {
        while let Some(parent) = self.0.get(one).copied().filter(|p| *p != one) {
            let above = self.0.get(parent).copied().unwrap_or(parent);
            if let Some(at) = self.0.get_mut(one) {
                *at = above;
            }
            one = above;
        }
        one
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        if let Some(at) = self.0.get_mut(a.max(b)) {
            *at = a.min(b);
        }
    }
}
