//! The shell: window, dialogs, files. It carries requests to the app and answers back, and decides nothing.
#![cfg(feature = "desktop")]
