//! How many sign-ins one network address may fail in a minute; knows no account, for those see the store's lockout.

use crate::clock::{Moment, seconds_until};
use chrono::TimeDelta;
use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// How many addresses are remembered at most; beyond, those that failed longest ago are forgotten.
const ADDRESSES: usize = 10_000;

/// Counts failed sign-ins by address, over the last minute. In memory: a restart forgives.
#[derive(Debug)]
pub struct Attempts {
    a_minute: usize,
    failures: Mutex<HashMap<IpAddr, VecDeque<Moment>>>,
}

impl Attempts {
    /// Allows `a_minute` failures, at least one.
    #[must_use]
    pub fn new(a_minute: u32) -> Self {
        Self {
            a_minute: a_minute.max(1) as usize,
            failures: Mutex::default(),
        }
    }

    /// The seconds that this address must wait, if it must.
    #[must_use]
    pub fn wait(&self, address: IpAddr, now: Moment) -> Option<u32> {
        let mut all = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        let failures = all.get_mut(&network_of(address))?;
        failures.retain(|at| now - *at < TimeDelta::minutes(1) && *at <= now);
        let oldest = failures.len().checked_sub(self.a_minute)?;
        let until = *failures.get(oldest)? + TimeDelta::minutes(1);
        Some(seconds_until(now, until))
    }

    /// Notes that a sign-in from this address failed.
    pub fn failed(&self, address: IpAddr, now: Moment) {
        let mut all = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= ADDRESSES {
            all.retain(|_, failures| {
                failures
                    .back()
                    .is_some_and(|at| now - *at < TimeDelta::minutes(1))
            });
        }
        // Still full: an attack from everywhere at once, where counting by address no longer helps.
        if all.len() >= ADDRESSES {
            return;
        }
        let failures = all.entry(network_of(address)).or_default();
        failures.push_back(now);
        if failures.len() > self.a_minute {
            failures.pop_front();
        }
    }

    /// Forgets all failures.
    pub fn reset(&self) {
        self.failures
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}

/// One subscriber has a /64 of IPv6 addresses to choose from: they count as one.
fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(n: i64) -> Moment {
        Moment::default() + TimeDelta::seconds(n)
    }

    #[test]
    fn an_address_waits_until_its_oldest_failure_is_a_minute_old() {
        let attempts = Attempts::new(2);
        let address = IpAddr::from([192, 0, 2, 1]);
        attempts.failed(address, second(0));
        assert_eq!(attempts.wait(address, second(1)), None);
        attempts.failed(address, second(10));
        assert_eq!(attempts.wait(address, second(20)), Some(40));
        assert_eq!(
            attempts.wait(IpAddr::from([192, 0, 2, 2]), second(20)),
            None
        );
        assert_eq!(attempts.wait(address, second(60)), None);
    }

    #[test]
    fn neighbours_in_one_ipv6_network_count_as_one() {
        let attempts = Attempts::new(1);
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        attempts.failed(address("2001:db8::1"), second(0));
        assert!(attempts.wait(address("2001:db8::2"), second(1)).is_some());
        assert!(
            attempts
                .wait(address("2001:db8:0:1::2"), second(1))
                .is_none()
        );
    }
}
