//! Streams made small. One packer for all streams of a file: to make one is to clear 300 kB.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::Stream;

use crate::DocumentFault;

/// The lowest that looks for repetitions: a form is 3 % larger than at the usual 6, and made a tenth sooner.
const LEVEL: u32 = 2;

/// Packs streams, one after the other.
pub(super) struct Packer {
    deflate: Compress,
    room: Vec<u8>,
}

impl Packer {
    pub(super) fn new() -> Self {
        Self { deflate: Compress::new(Compression::new(LEVEL), true), room: Vec::new() }
    }

    /// The same bytes for `FlateDecode`.
    pub(super) fn pack(&mut self, bytes: &[u8]) -> Result<Vec<u8>, DocumentFault> {
        self.deflate.reset();
        self.room.clear();
        self.room.reserve(bytes.len() / 2 + 64);
        loop {
            let taken = usize::try_from(self.deflate.total_in()).unwrap_or(usize::MAX);
            let rest = bytes.get(taken..).unwrap_or_default();
            let status = self.deflate.compress_vec(rest, &mut self.room, FlushCompress::Finish);
            if status.map_err(DocumentFault::writer)? == Status::StreamEnd {
                return Ok(self.room.clone());
            }
            self.room.reserve(self.room.capacity().max(64));
        }
    }

    /// Every stream but the metadata, which must be found in the file by programs that know no PDF, and what is
    /// packed already.
    pub(super) fn pack_stream(&mut self, stream: &mut Stream) -> Result<(), DocumentFault> {
        if stream.dict.has_type(b"Metadata") || stream.dict.has(b"Filter") {
            return Ok(());
        }
        let packed = self.pack(&stream.content)?;
        stream.set_content(packed);
        stream.dict.set("Filter", "FlateDecode");
        Ok(())
    }
}
