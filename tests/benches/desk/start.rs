//! From nothing to the data of the first screen, against opening the file and reading one row.

use crate::measure::{ratio, times, told};
use crate::raw::Raw;
use sportello_app::Empty;
use sportello_tests::Folder;

const ROUNDS: usize = 15;

pub(crate) async fn measure(folder: &Folder) {
    let ours = times(ROUNDS, async |_| {
        let app = folder.app().await;
        let status = app.status(Empty {}).await.expect("the status");
        let agenda = app.agenda(Empty {}).await.expect("the agenda");
        let drafts = app.drafts(Empty {}).await.expect("the drafts");
        app.close().await;
        (status, agenda, drafts)
    });
    let ours = ours.await;
    let floor = times(ROUNDS, async |_| {
        let mut raw = Raw::open(folder).await;
        let one = raw.number("select max(seq) from ticket").await;
        raw.close().await;
        one
    });
    let floor = floor.await;
    told("open, first screen's data, close (warm)", &ours, "goal 10 at 100,000, 15 at 1,000,000");
    told("  floor: open the store, one row, close", &floor, "");
    ratio("  times the floor", &ours, &floor, "");
}
