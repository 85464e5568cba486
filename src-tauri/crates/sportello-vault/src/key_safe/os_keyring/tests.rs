//! Only what needs no keyring; the real ones are asked by `examples/keyring_probe.rs`.

use super::*;

#[test]
fn every_fault_of_the_library_has_a_name_and_none_shows_a_secret() {
    let secret = || b"0f0f0f0f".to_vec();
    let cause = || Box::new(std::io::Error::other("no answer"));
    let detail = "Platform failure: no answer".to_owned();
    let named = [
        (Error::NoDefaultStore, SafeFault::NotRunning),
        (Error::NoStorageAccess(cause()), SafeFault::NoAccess),
        (Error::BadEncoding(secret()), SafeFault::Damaged),
        (Error::BadDataFormat(secret(), cause()), SafeFault::Damaged),
        (Error::PlatformFailure(cause()), SafeFault::Other { detail }),
    ];
    for (error, expected) in named {
        assert_eq!(fault(error), expected);
    }
}
