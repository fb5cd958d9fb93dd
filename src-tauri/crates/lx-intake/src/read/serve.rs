//! The other side of a reader in a process of its own: asked on standard input, it answers on standard output.
//!
//! A message is its length in eight bytes, least first, and then its bytes. A question is two messages, what is asked in
//! JSON and the document. The content is answered in one, in JSON; a drawn page in two, why there is none and its bytes.
//! Nothing touches the disk.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use super::{
    Content, Unread,
    guard::{drawn, guarded},
};
use crate::limits::Limits;

/// Bytes of an answer; whoever asks must hold it in memory.
const LONGEST_ANSWER: usize = 256 << 20;

/// What is asked about a document.
#[derive(Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) name: String,
    pub(super) limits: Limits,
    pub(super) wanted: Wanted,
}

/// What of a document is wanted.
#[derive(Serialize, Deserialize)]
pub(super) enum Wanted {
    Content,
    /// Its first page, drawn.
    Page,
}

/// What is answered.
pub(super) trait Answer: Sized {
    fn tell(&self, output: &mut dyn Write) -> io::Result<()>;
    fn hear(input: &mut dyn Read) -> io::Result<Self>;
    /// Whether its reader was left behind at work.
    fn hung(&self) -> bool;
}

impl Answer for Content {
    fn tell(&self, output: &mut dyn Write) -> io::Result<()> {
        let mut answer = serde_json::to_vec(self)?;
        if answer.len() > LONGEST_ANSWER {
            answer = serde_json::to_vec(&Self::unreadable(self.kind, Unread::Size))?;
        }
        tell(output, &answer)
    }

    fn hear(input: &mut dyn Read) -> io::Result<Self> {
        Ok(serde_json::from_slice(&expect(input)?)?)
    }

    fn hung(&self) -> bool {
        Self::hung(self)
    }
}

impl Answer for Result<Vec<u8>, Unread> {
    fn tell(&self, output: &mut dyn Write) -> io::Result<()> {
        let why = self.as_ref().err();
        tell(output, &serde_json::to_vec(&why)?)?;
        tell(output, self.as_deref().unwrap_or_default())
    }

    fn hear(input: &mut dyn Read) -> io::Result<Self> {
        let why: Option<Unread> = serde_json::from_slice(&expect(input)?)?;
        let page = expect(input)?;
        Ok(why.map_or(Ok(page), Err))
    }

    fn hung(&self) -> bool {
        *self == Err(Unread::Time)
    }
}

/// Answers until nothing more is asked, or until a reader hangs: the process must end then, and the thread with it.
///
/// # Errors
/// Whoever asks is gone, or asks something else.
pub fn serve(input: &mut dyn Read, output: &mut dyn Write) -> io::Result<()> {
    serve_by(input, output, |question, bytes, output| match question.wanted {
        Wanted::Content => say(&guarded(bytes, question.name, &question.limits), output),
        Wanted::Page => say(&drawn(bytes, question.limits), output),
    })
}

/// `reply` answers one question and tells whether its reader hangs.
fn serve_by(
    input: &mut dyn Read,
    output: &mut dyn Write,
    reply: impl Fn(Question, Vec<u8>, &mut dyn Write) -> io::Result<bool>,
) -> io::Result<()> {
    while let Some(question) = hear(input)? {
        let question: Question = serde_json::from_slice(&question)?;
        let bytes = expect(input)?;
        if reply(question, bytes, output)? {
            break;
        }
    }
    Ok(())
}

fn say(answer: &impl Answer, output: &mut dyn Write) -> io::Result<bool> {
    answer.tell(output)?;
    output.flush()?;
    Ok(answer.hung())
}

/// Sends a message.
pub(super) fn tell(output: &mut dyn Write, message: &[u8]) -> io::Result<()> {
    let length = u64::try_from(message.len()).map_err(io::Error::other)?;
    output.write_all(&length.to_le_bytes())?;
    output.write_all(message)
}

/// Receives a message; nothing where the other side has ended.
pub(super) fn hear(input: &mut dyn Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    match input.read_exact(&mut length) {
        Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u64::from_le_bytes(length);
    // Grows with what arrives: a length alone reserves nothing.
    let mut message = Vec::new();
    let got = input.take(length).read_to_end(&mut message)?;
    if u64::try_from(got).is_ok_and(|got| got == length) {
        Ok(Some(message))
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

fn expect(input: &mut dyn Read) -> io::Result<Vec<u8>> {
    hear(input)?.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

#[cfg(test)]
mod tests {
    use lx_domain::DocumentKind;

    use super::{Answer, Content, Question, Unread, Wanted, drawn, guarded, hear, say, serve, serve_by, tell};
    use crate::{limits::Limits, read::Piece};

    fn ask(input: &mut Vec<u8>, name: &str, bytes: &[u8]) {
        let question = Question {
            name: name.to_owned(),
            limits: Limits::default(),
            wanted: Wanted::Content,
        };
        tell(input, &serde_json::to_vec(&question).expect("json")).expect("in memory");
        tell(input, bytes).expect("in memory");
    }

    fn answers(input: &[u8], read: impl Fn(Question, Vec<u8>) -> Content) -> Vec<Content> {
        let mut output = Vec::new();
        serve_by(&mut &*input, &mut output, |question, bytes, output| {
            say(&read(question, bytes), output)
        })
        .expect("served");
        let mut output = output.as_slice();
        std::iter::from_fn(|| hear(&mut output).expect("whole messages"))
            .map(|message| serde_json::from_slice(&message).expect("a content"))
            .collect()
    }

    #[test]
    fn an_answer_is_what_a_reader_here_would_find() {
        let form = "<table><tr><th rowspan=2>项目名称</th><td>甲</td></tr><tr><td>乙</td></tr></table><p>完</p>";
        let mut input = Vec::new();
        ask(&mut input, "申报书.html", form.as_bytes());
        ask(&mut input, "说明.txt", "说明".as_bytes());
        let answers = answers(&input, |question, bytes| guarded(bytes, question.name, &question.limits));
        assert_eq!(
            answers,
            [("申报书.html", form), ("说明.txt", "说明")].map(|(name, text)| guarded(text.into(), name.to_owned(), &Limits::default()))
        );
        assert!(
            answers[0]
                .pieces
                .iter()
                .any(|p| matches!(p, Piece::Grid(grid) if grid.at(1, 0).is_some()))
        );
    }

    #[test]
    fn a_page_is_drawn_as_it_would_be_here_and_why_there_is_none_is_answered_too() {
        let mut tiff = std::io::Cursor::new(Vec::new());
        let page = image::GrayImage::from_fn(40, 30, |x, y| image::Luma([u8::try_from(x * y % 251).expect("small")]));
        page.write_to(&mut tiff, image::ImageFormat::Tiff).expect("a picture");
        let tiff = tiff.into_inner();
        let mut input = Vec::new();
        for bytes in [tiff.as_slice(), b"II*\0damaged"] {
            let question = Question {
                name: String::new(),
                limits: Limits::default(),
                wanted: Wanted::Page,
            };
            tell(&mut input, &serde_json::to_vec(&question).expect("json")).expect("in memory");
            tell(&mut input, bytes).expect("in memory");
        }
        let mut output = Vec::new();
        serve(&mut input.as_slice(), &mut output).expect("served");
        let output = &mut output.as_slice();
        let mut answer = || <Result<Vec<u8>, Unread>>::hear(output).expect("an answer");
        assert_eq!(answer(), drawn(tiff.clone(), Limits::default()));
        assert_eq!(answer(), Err(Unread::Format));
        let png = drawn(tiff, Limits::default()).expect("a page");
        assert_eq!(image::load_from_memory(&png).expect("PNG").to_luma8(), page);
    }

    #[test]
    fn after_a_reader_that_hangs_no_more_is_answered() {
        let mut input = Vec::new();
        ask(&mut input, "甲.txt", b"x");
        ask(&mut input, "乙.txt", b"x");
        let answers = answers(&input, |_, _| Content::unreadable(DocumentKind::Text, Unread::Time));
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].unread(), Some(Unread::Time));
    }

    #[test]
    fn a_message_that_is_cut_is_an_error_and_no_message_is_the_end() {
        let mut whole = Vec::new();
        tell(&mut whole, b"abc").expect("in memory");
        for cut in 8..whole.len() {
            assert!(hear(&mut &whole[..cut]).is_err(), "{cut}");
        }
        assert_eq!(hear(&mut &whole[..0]).expect("the end"), None);
    }
}
