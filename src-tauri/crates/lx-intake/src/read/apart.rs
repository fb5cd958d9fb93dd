//! A reader in a process of its own: its memory is bounded, and no crash of it is ours.
//!
//! A thread survives neither a stack that overflows nor a system without memory. The process is this very program, started
//! again with [`ARGUMENT`]; it ends with its standard input, so none outlives the one that asks.

use std::{
    io::{self, BufWriter, Read, Write as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
    thread::{self, JoinHandle},
};

use super::{
    Content, Unread,
    guard::{drawn, guarded},
    kind,
    serve::{Answer, Question, Wanted, tell},
};
use crate::limits::Limits;

/// What tells the program to [`serve`](super::serve::serve) readers and to be nothing else.
pub const ARGUMENT: &str = "--read-documents";

/// Bytes that a process which reads may hold.
pub const MEMORY: usize = 1 << 30;

/// What the runtime says before it ends a program that has no memory left.
const OUT_OF_MEMORY: &str = "memory allocation of";

/// The program to start; without one, documents are read in threads.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// From now on documents are read in processes of this program.
pub fn read_apart(program: PathBuf) {
    let _ = PROGRAM.set(program);
}

/// Reads one document after the other.
pub(crate) struct Reader {
    limits: Limits,
    process: Option<Process>,
}

impl Reader {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            limits: limits.clone(),
            process: None,
        }
    }

    pub(crate) fn read(&mut self, bytes: Vec<u8>, name: String) -> Content {
        match PROGRAM.get() {
            Some(program) => self.read_by(|| reader_of(program), bytes, name),
            None => guarded(bytes, name, &self.limits),
        }
    }

    /// The first page of a TIFF, as PNG.
    pub(crate) fn draw(&mut self, bytes: Vec<u8>) -> Result<Vec<u8>, Unread> {
        let question = self.question(String::new(), Wanted::Page);
        let answer = PROGRAM.get().and_then(|program| self.ask(|| reader_of(program), &question, &bytes));
        answer.unwrap_or_else(|| Ok(drawn(bytes, question.limits))).and_then(|drawn| drawn)
    }

    fn read_by(&mut self, command: impl FnOnce() -> Command, bytes: Vec<u8>, name: String) -> Content {
        let question = self.question(name, Wanted::Content);
        match self.ask(command, &question, &bytes) {
            Some(Ok(content)) => content,
            Some(Err(why)) => Content::unreadable(kind::of(&bytes, &question.name), why),
            None => guarded(bytes, question.name, &self.limits),
        }
    }

    fn question(&self, name: String, wanted: Wanted) -> Question {
        Question {
            name,
            limits: self.limits.clone(),
            wanted,
        }
    }

    /// Asks a process. Nothing where something keeps the program from being started again: a thread is better than no answer.
    fn ask<A: Answer>(&mut self, command: impl FnOnce() -> Command, question: &Question, bytes: &[u8]) -> Option<Result<A, Unread>> {
        if self.process.is_none() {
            self.process = idle().pop();
        }
        // One that has read before may have ended since, or hold what it needs no more: a fresh one decides.
        let used = self.process.take().and_then(|mut process| {
            let answer: A = process.ask(question, bytes).ok()?;
            Some((process, answer))
        });
        let (process, answer) = match used {
            Some(answered) => answered,
            None => {
                let mut process = Process::start(command()).ok()?;
                match process.ask(question, bytes) {
                    Ok(answer) => (process, answer),
                    Err(_) => return Some(Err(process.why())),
                }
            }
        };
        self.process = Some(process).filter(|_| !answer.hung());
        Some(Ok(answer))
    }
}

fn reader_of(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg(ARGUMENT);
    command
}

impl Drop for Reader {
    fn drop(&mut self) {
        let mut idle = idle();
        idle.extend(self.process.take());
        idle.truncate(MOST_IDLE);
    }
}

/// Processes that wait for the next package: starting one takes longer than reading a short document.
static IDLE: Mutex<Vec<Process>> = Mutex::new(Vec::new());
/// So many wait at most.
const MOST_IDLE: usize = 2;

fn idle() -> MutexGuard<'static, Vec<Process>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Process {
    child: Child,
    input: BufWriter<ChildStdin>,
    output: ChildStdout,
    complaints: Option<JoinHandle<String>>,
}

impl Process {
    fn start(mut command: Command) -> io::Result<Self> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(input), Some(output), Some(mut said)) = pipes else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let complaints = thread::Builder::new().spawn(move || {
            let mut all = Vec::new();
            let _ = said.read_to_end(&mut all);
            String::from_utf8_lossy(&all).into_owned()
        })?;
        Ok(Self {
            child,
            input: BufWriter::new(input),
            output,
            complaints: Some(complaints),
        })
    }

    fn ask<A: Answer>(&mut self, question: &Question, bytes: &[u8]) -> io::Result<A> {
        tell(&mut self.input, &serde_json::to_vec(question)?)?;
        tell(&mut self.input, bytes)?;
        self.input.flush()?;
        A::hear(&mut self.output)
    }

    /// Why it did not answer.
    fn why(mut self) -> Unread {
        self.end();
        let said = self.complaints.take().and_then(|thread| thread.join().ok()).unwrap_or_default();
        if said.contains(OUT_OF_MEMORY) {
            Unread::Memory
        } else {
            Unread::Crash
        }
    }

    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::Command;

    use super::Reader;
    use crate::{limits::Limits, read::Unread};

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_process_that_ends_without_an_answer_has_crashed() {
        let mut reader = Reader::new(&Limits::default());
        for script in [
            "exit 0",
            "head -c 30 >/dev/null; kill -SEGV $$",
            "head -c 30 >/dev/null; printf 'no answer'",
        ] {
            let content = reader.read_by(|| shell(script), b"x".repeat(1 << 20), "甲.txt".to_owned());
            assert_eq!(content.unread(), Some(Unread::Crash), "{script}");
            assert_eq!(content.kind, lx_domain::DocumentKind::Text);
        }
    }

    #[test]
    fn a_process_that_had_no_memory_left_is_told_apart() {
        let starved = "echo 'memory allocation of 1073741824 bytes failed' >&2; kill -ABRT $$";
        let content = Reader::new(&Limits::default()).read_by(|| shell(starved), b"x".to_vec(), "甲.txt".to_owned());
        assert_eq!(content.unread(), Some(Unread::Memory));
    }

    #[test]
    fn where_no_process_can_be_started_a_thread_reads() {
        let content = Reader::new(&Limits::default()).read_by(|| Command::new("/nowhere"), "甲方".into(), "甲.txt".to_owned());
        assert_eq!(content.unread(), None);
        assert_eq!(content.blocks().len(), 1);
    }
}
