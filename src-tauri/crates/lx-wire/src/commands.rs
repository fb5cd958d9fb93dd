//! Every command of the window, once: its name, its arguments and its result. The TypeScript map is made from it.

use ts_rs::{Config, TS, TypeVisitor};

use crate::{
    beginning::{Begin, BegunView},
    carrying::{CarryOfferView, CarryReceivedView, CarrySentView, CarryableView, ReceiveCarry, SendCarry},
    deciding::{DecidingView, Opine},
    desk::{AppState, CreateIdentity, DeskView, JournalRow, OpenDesk, SearchHit, SearchedApplication},
    merging::{MergeOutcome, MergingView, Rule, SampleSheets, StandingView},
    opening::{BatchOffer, CreateBatch, ExportBatch, MemberView, OpeningView, ProfileName, RosterOutcome},
    profiles::ProfileLook,
    reporting::{MakeReport, ReportView, VerifyView},
    scoring::{Abstain, AssessmentView, Declare, Saved, Score, SealSheet, SealedView, SheetView},
    screening::{ApplicationRow, ApplicationView, CorrectField, DocumentView, ImportOutcome, Screen},
    supplementing::{
        Compare, CompareTexts, ComparisonView, Defer, MakeNotice, MakeReceipt, NoticeLineView, PaperView, ReceptionView,
        TextComparisonView, VersionView, WriteFirstReading,
    },
    taking::{ImportPackages, ListingView, LookView, PackagePreview, PeekView},
};

/// One command as TypeScript sees it.
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub says: &'static str,
    /// Names and types of its arguments.
    pub args: Vec<(&'static str, String)>,
    /// Type of its result.
    pub result: String,
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident($($arg:ident: $kind:ty),*) -> $result:ty;)*) => {
        /// Every command, in the order in which a person meets them.
        #[must_use]
        pub fn all(config: &Config) -> Vec<Command> {
            vec![$(Command {
                name: stringify!($name),
                says: concat!($($doc),*),
                args: vec![$((stringify!($arg), <$kind as TS>::name(config))),*],
                result: <$result as TS>::name(config),
            }),*]
        }

        /// Shows `visitor` every type that a command takes or gives.
        pub fn visit(visitor: &mut impl TypeVisitor) {
            $($(visitor.visit::<$kind>(); <$kind as TS>::visit_generics(visitor);)*
              visitor.visit::<$result>(); <$result as TS>::visit_generics(visitor);)*
        }

        /// The names alone; the window's list of commands must be this one.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

commands! {
    /// What the start screen needs.
    app_state() -> AppState;
    /// Sets the language of messages: `zh-CN` or `en`.
    set_lang(lang: String) -> AppState;
    /// Makes a desk folder, its keys, and opens it.
    create_identity(request: CreateIdentity) -> DeskView;
    /// Opens a desk.
    open_desk(request: OpenDesk) -> DeskView;
    /// The open desk.
    desk() -> DeskView;
    /// Opens the chair's desk of the sample batch; makes its desks at first use.
    open_sample() -> DeskView;
    /// Opens another desk of the sample batch.
    switch_sample(folder: String) -> DeskView;
    /// Closes the desk.
    close_desk() -> ();
    /// Full text of all packages.
    search(text: String) -> Vec<SearchHit>;
    /// What every application says of a text.
    search_all(text: String) -> Vec<SearchedApplication>;
    /// The journal, newest first.
    journal() -> Vec<JournalRow>;
    /// The shipped profiles.
    profiles() -> Vec<ProfileName>;
    /// A profile in words with everything that is wrong with it: a shipped one, a file, or with an empty name this batch's.
    look_at_profile(name: String) -> ProfileLook;
    /// Writes a copy to edit, named as in `look_at_profile`; gives the path written.
    export_profile(name: String, path: String) -> String;
    /// Makes the batch of this desk.
    create_batch(request: CreateBatch) -> DeskView;
    /// Looks at packages (archives, folders, folders of packages, loose files) before anything is written.
    preview_packages(paths: Vec<String>) -> LookView;
    /// Decodes the names of one package of the last look again; no encoding has it found out.
    preview_under(look: u32, package: u32, encoding: Option<String>) -> PackagePreview;
    /// Takes packages of the last look.
    import_packages(request: ImportPackages) -> ImportOutcome;
    /// Ends the import that runs; the package at hand leaves nothing behind.
    cancel_import() -> ();
    /// The beginning of an entry that was put aside, as bytes.
    peek(number: String, path: String) -> PeekView;
    /// The spreadsheet that lists the batch, if one is kept.
    listing() -> Option<ListingView>;
    /// Reads a spreadsheet as the listing of the batch; nothing is kept.
    look_at_listing(path: String) -> ListingView;
    /// Keeps a spreadsheet as the listing of the batch.
    keep_listing(path: String) -> ListingView;
    /// Forgets the listing.
    remove_listing() -> ();
    /// The package list.
    applications() -> Vec<ApplicationRow>;
    /// One application.
    application(number: String) -> ApplicationView;
    /// Screens one application.
    screen(request: Screen) -> ApplicationView;
    /// Confirms or corrects a field.
    correct_field(request: CorrectField) -> ApplicationView;
    /// What was typed or chosen while screening and not said yet.
    begun() -> Vec<BegunView>;
    /// Keeps what stands in a field, or forgets it.
    begin(request: Begin) -> ();
    /// Writes the first reading of a forwarded application.
    first_reading(request: WriteFirstReading) -> ApplicationView;
    /// Writes the receipt of the latest package.
    make_receipt(request: MakeReceipt) -> PaperView;
    /// Everything that a notice can ask for.
    notice_lines(number: String) -> Vec<NoticeLineView>;
    /// Writes the notice of what is to be supplied.
    make_notice(request: MakeNotice) -> PaperView;
    /// The versions of an application, oldest first.
    versions(number: String) -> Vec<VersionView>;
    /// Two versions beside each other.
    compare(request: Compare) -> ComparisonView;
    /// What differs in the text of one document.
    compare_texts(request: CompareTexts) -> TextComparisonView;
    /// Deadline, late ones, those that are not of this batch.
    reception() -> ReceptionView;
    /// Sets the deadline (`2026-12-05 17:30`, or the whole of a day), or takes it away.
    set_deadline(deadline: Option<String>) -> ReceptionView;
    /// Takes an application out of this batch.
    defer(request: Defer) -> ReceptionView;
    /// Takes an application back into this batch.
    take_back(number: String) -> ReceptionView;
    /// What can move to a later batch.
    carryable() -> Vec<CarryableView>;
    /// Writes the file with which applications move to a later batch.
    send_carry(request: SendCarry) -> CarrySentView;
    /// What such a file says before anything of it is taken.
    look_at_carry(path: String, trust: Vec<String>) -> CarryOfferView;
    /// Takes over what was chosen of it.
    receive_carry(request: ReceiveCarry) -> CarryReceivedView;
    /// A document as text; PDFs and pictures come as bytes from `lxdoc://localhost/<digest>`.
    document(digest: String) -> DocumentView;
    /// The committee.
    roster() -> Vec<MemberView>;
    /// Adds members by their cards.
    add_cards(paths: Vec<String>) -> RosterOutcome;
    /// Takes a member off the draft roster.
    remove_member(fingerprint: String) -> Vec<MemberView>;
    /// Gives a member another role.
    set_member_role(fingerprint: String, role: String) -> Vec<MemberView>;
    /// Writes this person's card; gives the path written.
    export_card(path: String) -> String;
    /// What must be settled before the review is opened.
    opening() -> OpeningView;
    /// Freezes the batch (启动评审).
    freeze(passphrase: String) -> OpeningView;
    /// Writes the batch file; gives the paths written.
    export_batch(request: ExportBatch) -> Vec<String>;
    /// What a batch file says before it is trusted.
    look_at_batch(path: String) -> BatchOffer;
    /// Opens a batch file whose chair's key was compared with paper.
    open_batch(path: String, chair: String) -> DeskView;
    /// The reviewer's whole draft.
    sheet() -> SheetView;
    /// One application of the draft.
    assessment(number: String) -> AssessmentView;
    /// Puts points, reasons, places, comments into the draft.
    score(request: Score) -> Saved;
    /// Declares ties.
    declare(request: Declare) -> Saved;
    /// Gives no score, with a reason.
    abstain(request: Abstain) -> Saved;
    /// Signs the draft and writes the scoresheet file.
    seal_sheet(request: SealSheet) -> SealedView;
    /// Who has handed in.
    merging() -> MergingView;
    /// Takes scoresheets of others.
    merge_sheets(paths: Vec<String>, dry_run: bool) -> MergeOutcome;
    /// In the sample batch only: the sample reviewers who have not signed score by a fixed pattern and sign.
    sample_sheets() -> SampleSheets;
    /// The standing.
    standing() -> StandingView;
    /// Signs a ruling.
    rule(request: Rule) -> StandingView;
    /// Drafts an opinion.
    opine(request: Opine) -> StandingView;
    /// The decision so far.
    deciding() -> DecidingView;
    /// Enters a dissent; an empty text takes it back.
    dissent(fingerprint: String, text: String) -> DecidingView;
    /// Signs the decision.
    decide(passphrase: String) -> DecidingView;
    /// Sets, signs and writes the report.
    make_report(request: MakeReport) -> ReportView;
    /// Reports made, newest first.
    reports() -> Vec<ReportView>;
    /// Checks any file of ours.
    verify_file(path: String, trust: Vec<String>) -> VerifyView;
}
