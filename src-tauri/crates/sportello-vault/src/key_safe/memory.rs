//! A safe that forgets everything with the process, for the tests of whoever uses a safe.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use super::{KeySafe, SafeFault, already_holds};
use crate::StoreKey;

/// Keys in memory only. Never for a real store.
#[derive(Debug, Default)]
pub struct MemorySafe(Mutex<HashMap<Uuid, StoreKey>>);

impl MemorySafe {
    fn keys(&self) -> MutexGuard<'_, HashMap<Uuid, StoreKey>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeySafe for MemorySafe {
    fn name(&self) -> &str {
        "memoria di prova"
    }

    fn get(&self, store: Uuid) -> Result<Option<StoreKey>, SafeFault> {
        Ok(self.keys().get(&store).cloned())
    }

    fn set(&self, store: Uuid, key: &StoreKey) -> Result<(), SafeFault> {
        if !already_holds(self, store, key)? {
            self.keys().insert(store, key.clone());
        }
        Ok(())
    }

    fn delete(&self, store: Uuid) -> Result<(), SafeFault> {
        self.keys().remove(&store);
        Ok(())
    }
}
