//! A print spooler of the test's own, from the CUPS of this machine, with a printer whose paper is a PDF file.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The printer that is there.
pub const PRINTER: &str = "sportello_prova";
/// What people call it.
pub const DESCRIPTION: &str = "Stampante di prova";

/// A running spooler; it ends with the test.
pub struct Spooler {
    folder: TempDir,
    child: Child,
}

impl Spooler {
    /// Starts one, or says in one visible line why there is none.
    pub fn start() -> Option<Self> {
        let model = Path::new("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd");
        let daemon =
            ["/usr/sbin/cupsd", "/usr/bin/cupsd"].map(Path::new).into_iter().find(|path| path.is_file());
        let (Some(daemon), true) = (daemon, model.is_file()) else {
            eprintln!("SKIPPED: CUPS is not installed on this machine (cups-daemon, cups-filters)");
            return None;
        };
        // Short: a socket's name has 107 characters at most.
        let folder = tempfile::Builder::new().prefix("sportello-cups-").tempdir_in("/tmp").expect("a folder");
        let at = |name: &str| folder.path().join(name);
        for name in ["etc", "spool", "cache", "state", "tmp", "log", "out"] {
            std::fs::create_dir(at(name)).expect("a folder");
        }
        let path = folder.path().display();
        let places = format!(
            "ServerRoot {path}/etc\nRequestRoot {path}/spool\nCacheDir {path}/cache\nStateDir {path}/state\n\
             TempDir {path}/tmp\nErrorLog {path}/log/error\nAccessLog {path}/log/access\nPageLog {path}/log/page\n\
             FileDevice Yes\nSystemGroup root\n"
        );
        let rules = format!(
            "Listen {path}/cups.sock\nBrowsing Off\nWebInterface No\nDefaultAuthType None\n\
             <Location />\nOrder allow,deny\nAllow all\n</Location>\n\
             <Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n\
             <Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
        );
        std::fs::write(at("etc/cups-files.conf"), places).expect("written");
        std::fs::write(at("etc/cupsd.conf"), rules).expect("written");
        open_up(folder.path());
        let child = Command::new(daemon)
            .arg("-f")
            .arg("-c")
            .arg(at("etc/cupsd.conf"))
            .arg("-s")
            .arg(at("etc/cups-files.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the spooler starts");
        let spooler = Self { folder, child };
        spooler.add_printer(model);
        Some(spooler)
    }

    /// Where it listens: the value of `CUPS_SERVER`.
    pub fn socket(&self) -> PathBuf {
        self.folder.path().join("cups.sock")
    }

    /// Where the paper comes out.
    pub fn paper_path(&self) -> PathBuf {
        self.folder.path().join("out/foglio.pdf")
    }

    /// The last paper that came out of the printer, once a whole one is there.
    pub fn paper(&self) -> Vec<u8> {
        let path = self.paper_path();
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let stream = std::fs::read(&path).unwrap_or_default();
            if let Some(paper) = document(&stream) {
                return paper.to_vec();
            }
            assert!(Instant::now() < deadline, "no paper came out: {}", self.log());
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Takes the paper out of the printer.
    pub fn take_paper(&self) -> Vec<u8> {
        let paper = self.paper();
        std::fs::remove_file(self.paper_path()).expect("taken");
        paper
    }

    /// What the spooler itself noted.
    pub fn log(&self) -> String {
        ["log/error", "log/access", "log/page"]
            .map(|name| std::fs::read_to_string(self.folder.path().join(name)).unwrap_or_default())
            .concat()
    }

    fn add_printer(&self, model: &Path) {
        let deadline = Instant::now() + Duration::from_secs(30);
        let paper = format!("file:{}", self.paper_path().display());
        let model = model.display().to_string();
        while !self.admin(&["-p", PRINTER, "-E", "-v", &paper, "-P", &model, "-D", DESCRIPTION]) {
            assert!(Instant::now() < deadline, "the spooler does not answer: {}", self.log());
            std::thread::sleep(Duration::from_millis(100));
        }
        assert!(self.admin(&["-d", PRINTER]), "it is the usual printer");
    }

    fn admin(&self, arguments: &[&str]) -> bool {
        let mut command = Command::new("lpadmin");
        command.args(arguments).env("CUPS_SERVER", self.socket());
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    }
}

impl Drop for Spooler {
    fn drop(&mut self) {
        drop(Command::new("kill").arg(self.child.id().to_string()).status());
        drop(self.child.wait());
    }
}

/// The PDF in what a printer is sent, once its end is there: around it stand words for the printer itself.
fn document(stream: &[u8]) -> Option<&[u8]> {
    const GOODBYE: &[u8] = b"\x1b%-12345X";
    let find = |words: &[u8]| stream.windows(words.len()).position(|window| window == words);
    let last = stream.windows(5).rposition(|window| window == b"%%EOF")?;
    stream.ends_with(GOODBYE).then_some(&stream[find(b"%PDF")?..last + 5])
}

/// As root the filters of the spooler run as another user, who needs its folders.
fn open_up(folder: &Path) {
    let done = Command::new("chmod").args(["-R", "a+rwX"]).arg(folder).status();
    assert!(done.is_ok_and(|status| status.success()), "the folders are open");
}
