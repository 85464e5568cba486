//! Folders where SQLite's locks do not hold. Several desks on one file over the network corrupt it sooner or later;
//! several desks are PostgreSQL's job.

use crate::error::OpenError;
use std::path::Path;

/// Refuses a path on a network share.
pub(crate) fn refuse_network_share(path: &Path) -> Result<(), OpenError> {
    let folder = path.parent().unwrap_or(path);
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let folder = folder.canonicalize().unwrap_or(folder);
    match share_of(&folder) {
        Some(share) => Err(OpenError::NetworkShare(share)),
        None => Ok(()),
    }
}

#[cfg(not(windows))]
fn share_of(folder: &Path) -> Option<String> {
    // Linux says what each mount is; elsewhere the file does not exist and nothing is refused.
    let mounts = std::fs::read_to_string("/proc/self/mounts").ok()?;
    filesystem_of(&mounts, folder).filter(|kind| is_network(kind)).map(str::to_owned)
}

/// The type of the file system that holds `folder`: the longest mount point that is a prefix of it, the last mounted
/// if there are several.
#[cfg(not(windows))]
fn filesystem_of<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut fields = line.split(' ').skip(1);
        let (Some(point), Some(kind)) = (fields.next(), fields.next()) else { continue };
        // The kernel writes spaces in names as \040.
        let point = point.replace("\\040", " ");
        if folder.starts_with(&point) && best.is_none_or(|(length, _)| point.len() >= length) {
            best = Some((point.len(), kind));
        }
    }
    best.map(|(_, kind)| kind)
}

#[cfg(not(windows))]
fn is_network(kind: &str) -> bool {
    const NETWORK: [&str; 13] = [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "ncpfs",
        "afs",
        "9p",
        "ceph",
        "glusterfs",
        "davfs",
        "ocfs2",
        "gfs2",
    ];
    const NETWORK_FUSE: [&str; 6] =
        ["fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.smbnetfs"];
    NETWORK.contains(&kind) || NETWORK_FUSE.contains(&kind)
}

#[cfg(windows)]
fn share_of(folder: &Path) -> Option<String> {
    use std::path::{Component, Prefix};
    let Some(Component::Prefix(prefix)) = folder.components().next() else { return None };
    match prefix.kind() {
        Prefix::UNC(..) | Prefix::VerbatimUNC(..) => Some("UNC".to_owned()),
        Prefix::Disk(letter) | Prefix::VerbatimDisk(letter) => {
            let root = format!("{}:\\", char::from(letter));
            (winsafe::GetDriveType(Some(&root)) == winsafe::co::DRIVE::REMOTE).then(|| root)
        }
        _ => None,
    }
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\n\
        //server/ufficio /mnt/condivisa cifs rw 0 0\n\
        server:/home /home nfs4 rw 0 0\n\
        tmpfs /home/anna/locale tmpfs rw 0 0\n\
        anna@host: /mnt/due\\040parole fuse.sshfs rw 0 0\n";

    #[test]
    fn the_innermost_mount_decides() {
        let kind = |folder: &str| filesystem_of(MOUNTS, Path::new(folder)).unwrap_or_default();
        assert_eq!(kind("/var/lib"), "ext4");
        assert_eq!(kind("/mnt/condivisa/sportello"), "cifs");
        assert_eq!(kind("/mnt/condivisa-no"), "ext4", "a name that begins alike is another folder");
        assert_eq!(kind("/home/anna"), "nfs4");
        assert_eq!(kind("/home/anna/locale/dati"), "tmpfs");
        assert_eq!(kind("/mnt/due parole"), "fuse.sshfs");
        assert!(is_network("cifs") && is_network("nfs4") && is_network("fuse.sshfs"));
        assert!(!is_network("ext4") && !is_network("tmpfs") && !is_network("fuseblk"));
    }

    #[test]
    fn this_machine_has_a_local_folder() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        refuse_network_share(&folder.path().join("archivio.db")).expect("a local folder is accepted");
    }
}
