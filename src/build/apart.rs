//! Renders what takes long: one output on each thread, on a stack deep enough for typesetting, in the order given.

use std::{
    panic::resume_unwind,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use rayon::ThreadPoolBuilder;

use crate::diag::Fault;

/// Bytes of stack: typesetting calls itself as deep as a text is nested, and the two million of a pool are too few.
const STACK: usize = 16 << 20;

/// Does `one` for each index, and gives what came of it with its index, in no order. The buffer is kept between outputs.
///
/// # Errors
/// The first fault; what has been begun is finished, and nothing more is begun.
pub(super) fn each<T: Send>(
    indices: &[usize],
    one: impl Fn(usize, &mut Vec<u8>) -> Result<T, Fault> + Sync,
) -> Result<Vec<(usize, T)>, Fault> {
    let threads = rayon::current_num_threads().min(indices.len());
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Ok(Vec::with_capacity(indices.len())));
    let work = || {
        let mut buffer = Vec::new();
        while let Some(at) = indices.get(next.fetch_add(1, Ordering::Relaxed)) {
            let made = one(*at, &mut buffer);
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            match (&mut *done, made) {
                (Ok(all), Ok(made)) => all.push((*at, made)),
                (Ok(_), Err(fault)) => *done = Err(fault),
                (Err(_), _) => {}
            }
            if done.is_err() {
                break;
            }
        }
    };
    thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|_| {
                let thread = thread::Builder::new().stack_size(STACK);
                thread.spawn_scoped(scope, || in_own_pool(&work))
            })
            .collect();
        for handle in handles {
            match handle {
                Ok(handle) => drop(handle.join().map_err(|panic| resume_unwind(panic))),
                // No thread to be had: the work is done here, or by those there are.
                Err(_) => work(),
            }
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Typesetting shares its own work out to the pool it finds. In the common one it would be handed other outputs while it
/// waits, one on top of another; a pool of one thread keeps it to itself.
fn in_own_pool(work: &(impl Fn() + Sync)) {
    let pool = ThreadPoolBuilder::new().num_threads(1).stack_size(STACK);
    match pool.build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_done_and_a_fault_ends_the_work() {
        let indices: Vec<usize> = (0..100).collect();
        let mut done = each(&indices, |at, _| Ok(at * 2)).unwrap();
        done.sort_unstable();
        assert!(done.iter().all(|(at, twice)| at * 2 == *twice));
        assert_eq!(done.len(), 100);
        let failed = each(&indices, |at, _| match at {
            7 => Err(Fault::refused("không".to_owned(), "no".to_owned())),
            _ => Ok(at),
        });
        assert!(failed.is_err());
        assert_eq!(each(&[], |at, _| Ok(at)).unwrap(), []);
    }
}
