//! The other side of a reader in a process of its own: asked on standard input, it answers on standard output.
//!
//! A message is its length in eight bytes, least first, and then its bytes. A question is two messages, what is asked in
//! JSON and the document; an answer is one, the content in JSON. Nothing touches the disk.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use super::{Content, Unread, guard::guarded};
use crate::limits::Limits;

/// Bytes of an answer; whoever asks must hold it in memory.
const LONGEST_ANSWER: usize = 256 << 20;

/// What is asked about a document.
#[derive(Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) name: String,
    pub(super) limits: Limits,
}

/// Answers until nothing more is asked, or until a reader hangs: the process must end then, and the thread with it.
///
/// # Errors
/// Whoever asks is gone, or asks something else.
pub fn serve(input: &mut dyn Read, output: &mut dyn Write) -> io::Result<()> {
    serve_by(input, output, |question, bytes| guarded(bytes, question.name, &question.limits))
}

fn serve_by(input: &mut dyn Read, output: &mut dyn Write, read: impl Fn(Question, Vec<u8>) -> Content) -> io::Result<()> {
    while let Some(question) = hear(input)? {
        let question: Question = serde_json::from_slice(&question)?;
        let bytes = hear(input)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        let content = read(question, bytes);
        tell(output, &answer(&content)?)?;
        output.flush()?;
        if content.hung() {
            break;
        }
    }
    Ok(())
}

fn answer(content: &Content) -> io::Result<Vec<u8>> {
    let answer = serde_json::to_vec(content)?;
    if answer.len() > LONGEST_ANSWER {
        return Ok(serde_json::to_vec(&Content::unreadable(content.kind, Unread::Size))?);
    }
    Ok(answer)
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

#[cfg(test)]
mod tests {
    use lx_domain::DocumentKind;

    use super::{Content, Question, Unread, guarded, hear, serve_by, tell};
    use crate::{limits::Limits, read::Piece};

    fn ask(input: &mut Vec<u8>, name: &str, bytes: &[u8]) {
        let question = Question {
            name: name.to_owned(),
            limits: Limits::default(),
        };
        tell(input, &serde_json::to_vec(&question).expect("json")).expect("in memory");
        tell(input, bytes).expect("in memory");
    }

    fn answers(input: &[u8], read: impl Fn(Question, Vec<u8>) -> Content) -> Vec<Content> {
        let mut output = Vec::new();
        serve_by(&mut &*input, &mut output, read).expect("served");
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
