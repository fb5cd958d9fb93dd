//! The committee before the freeze; afterwards the batch file and its rulings say who sits.

use lx_domain::{Fingerprint, Member, Role, Roster};

use crate::{
    LedgerError, Records, Tx,
    store::{from_json, to_json},
};

/// The order in which roles are listed and printed.
fn rank(role: Role) -> u8 {
    match role {
        Role::Chair => 0,
        Role::Deputy => 1,
        Role::Reviewer => 2,
        Role::Secretary => 3,
        Role::Supervisor => 4,
    }
}

impl Records {
    /// The draft roster: chair, deputy, reviewers, secretary, supervisor, by seat within the role.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if a member cannot be read.
    pub fn roster(&self) -> Result<Roster, LedgerError> {
        let mut members: Vec<Member> = self.rows(include_str!("members.sql"), [], |row| from_json("member", row, 0))?;
        members.sort_by_key(|m| (rank(m.role), m.seat));
        Ok(Roster { members })
    }
}

impl Tx<'_> {
    /// Puts a member on the draft roster, over the same key's earlier entry.
    ///
    /// # Errors
    /// As every write.
    pub fn put_member(&self, member: &Member) -> Result<(), LedgerError> {
        let values = (member.fingerprint.0, to_json(&member.role)?, member.seat, to_json(member)?);
        self.run(include_str!("put.sql"), values).map(drop)
    }

    /// Takes a member off the draft roster; says whether there was one.
    ///
    /// # Errors
    /// As every write.
    pub fn remove_member(&self, fingerprint: &Fingerprint) -> Result<bool, LedgerError> {
        Ok(self.run(include_str!("remove.sql"), [fingerprint.0])? > 0)
    }
}
