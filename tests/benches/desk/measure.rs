//! Taking times and telling them.

use std::time::{Duration, Instant};

/// The times of `n` rounds of `work`.
pub(crate) async fn times<T>(n: usize, mut work: impl AsyncFnMut(usize) -> T) -> Vec<Duration> {
    let mut times = Vec::with_capacity(n);
    for i in 0..n {
        let start = Instant::now();
        std::hint::black_box(work(i).await);
        times.push(start.elapsed());
    }
    times
}

/// One line: the figures of `name`, and the goal they are held against.
pub(crate) fn told(name: &str, times: &[Duration], goal: &str) {
    let at = |percent| ms(percentile(times, percent));
    println!("{name:<44} {:>9.3} ms p50 {:>9.3} p95 {:>9.3} p99   {goal}", at(50), at(95), at(99));
}

/// One line: how many times the floor something takes, at the median.
pub(crate) fn ratio(name: &str, times: &[Duration], floor: &[Duration], goal: &str) {
    let ratio = ms(percentile(times, 50)) / ms(percentile(floor, 50)).max(f64::MIN_POSITIVE);
    println!("{name:<44} {ratio:>9.2} ×   {goal}\n");
}

/// The time that `percent` of them do not exceed.
pub(crate) fn percentile(times: &[Duration], percent: usize) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort();
    sorted.get(sorted.len().saturating_sub(1) * percent / 100).copied().unwrap_or_default()
}

/// In milliseconds.
pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Seconds of processor this process has used, where Linux tells them: the 14th and 15th word, in hundredths.
pub(crate) fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}
