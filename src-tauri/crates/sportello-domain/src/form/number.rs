//! Numbers of forms: exact, so that money has its cents and three thirds make one.

use std::fmt;

/// A rational number in lowest terms. Every operation that does not fit says so instead of rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    above: i128,
    /// Always positive.
    below: i128,
}

/// Digits of a number somebody types.
const DIGITS: usize = 15;

impl Number {
    /// Nothing.
    pub const ZERO: Self = Self { above: 0, below: 1 };

    /// A whole number.
    pub fn whole(value: i64) -> Self {
        Self { above: i128::from(value), below: 1 }
    }

    fn reduced(above: i128, below: i128) -> Option<Self> {
        if below == 0 {
            return None;
        }
        let divisor = gcd(above.unsigned_abs(), below.unsigned_abs());
        let divisor = i128::try_from(divisor).ok()?.max(1);
        let sign = below.signum();
        Some(Self { above: above.checked_div(divisor)?.checked_mul(sign)?, below: (below / divisor).abs() })
    }

    /// `12`, `-3`, `16.00`, `16,00`, `1/3`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((above, below)) = text.split_once('/') {
            let (above, below) = (Self::parse(above)?, Self::parse(below)?);
            return if above.below == 1 && below.below == 1 { above.divided(below) } else { None };
        }
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let all_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        let good = !whole.is_empty() && all_digits(whole) && all_digits(part);
        if !good || whole.len() + part.len() > DIGITS || (digits.contains(['.', ',']) && part.is_empty()) {
            return None;
        }
        let value: i128 = format!("{whole}{part}").parse().ok()?;
        Self::reduced(sign * value, 10_i128.pow(u32::try_from(part.len()).ok()?))
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.above.checked_mul(other.below)?;
        let right = other.above.checked_mul(self.below)?;
        Self::reduced(left.checked_add(right)?, self.below.checked_mul(other.below)?)
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { above: other.above.checked_neg()?, ..other })
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        Self::reduced(self.above.checked_mul(other.above)?, self.below.checked_mul(other.below)?)
    }

    /// The quotient.
    pub fn divided(self, other: Self) -> Option<Self> {
        Self::reduced(self.above.checked_mul(other.below)?, self.below.checked_mul(other.above)?)
    }

    /// The whole number below.
    pub fn floor(self) -> Self {
        Self { above: self.above.div_euclid(self.below), below: 1 }
    }

    /// The whole number above.
    pub fn ceiling(self) -> Self {
        Self { above: -((-self.above).div_euclid(self.below)), below: 1 }
    }

    /// The nearest whole number, halves up.
    pub fn rounded(self) -> Option<Self> {
        Some(self.plus(Self { above: 1, below: 2 })?.floor())
    }

    /// As a whole number, when it is one.
    pub fn as_whole(self) -> Option<i64> {
        (self.below == 1).then(|| i64::try_from(self.above).ok()).flatten()
    }

    /// Whether it has no more than `places` decimals.
    pub fn has_decimals(self, places: u32) -> bool {
        self.times(Self { above: 10_i128.pow(places), below: 1 }).is_some_and(|scaled| scaled.below == 1)
    }

    /// In cents, halves up.
    pub fn cents(self) -> Option<i64> {
        self.times(Self::whole(100))?.rounded()?.as_whole()
    }

    /// With `places` decimals and a comma, halves up; the thousands are apart: `1.234,50`.
    pub fn written(self, places: u32) -> String {
        let Some(scaled) = self.times(Self { above: 10_i128.pow(places), below: 1 }).and_then(Self::rounded)
        else {
            return self.to_string();
        };
        let places = places as usize;
        let digits = format!("{:0>width$}", scaled.above.unsigned_abs(), width = places + 1);
        let (whole, part) = digits.split_at(digits.len() - places);
        let mut apart = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                apart.push('.');
            }
            apart.push(digit);
        }
        let sign = if scaled.above < 0 { "-" } else { "" };
        let comma = if places > 0 { "," } else { "" };
        format!("{sign}{apart}{comma}{part}")
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        let left = self.above.checked_mul(other.below)?;
        Some(left.cmp(&other.above.checked_mul(self.below)?))
    }
}

/// `12`, `2.5`, `1/3`: reads back as the same number.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.below == 1 {
            return write!(f, "{}", self.above);
        }
        let places = (1..=12).find(|places| self.has_decimals(*places));
        match places.and_then(|places| Some((places as usize, self.times(Self::whole(10_i64.pow(places)))?)))
        {
            None => write!(f, "{}/{}", self.above, self.below),
            Some((places, scaled)) => {
                let digits = format!("{:0>width$}", scaled.above.unsigned_abs(), width = places + 1);
                let (whole, part) = digits.split_at(digits.len() - places);
                write!(f, "{}{whole}.{part}", if scaled.above < 0 { "-" } else { "" })
            }
        }
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn three_thirds_make_one_and_cents_are_cents() {
        let third = number("1/3");
        assert_eq!(third.plus(third).and_then(|sum| sum.plus(third)), Some(Number::whole(1)));
        assert_eq!(number("16.00").times(Number::whole(2)).unwrap().written(2), "32,00");
        assert_eq!(number("1234567,5").written(2), "1.234.567,50");
        assert_eq!(number("-0.05").written(2), "-0,05");
        assert_eq!(number("10").times(number("2.53")).unwrap().ceiling(), Number::whole(26));
        assert_eq!(number("-7").divided(number("2")).unwrap().floor(), Number::whole(-4));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for wrong in ["", "-", "1.", ".5", "1/0", "1.5/2", "12a", "1e3", "1234567890123456", "٣"] {
            assert_eq!(Number::parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn written_out_it_reads_back(above in -1_000_000_i64..1_000_000, below in 1_i64..5_000) {
            let value = Number::whole(above).divided(Number::whole(below)).unwrap();
            prop_assert_eq!(Number::parse(&value.to_string()), Some(value));
        }

        #[test]
        fn no_text_panics(text in ".{0,24}") {
            if let Some(number) = Number::parse(&text) {
                let _ = (number.written(2), number.cents(), number.rounded(), number.times(number));
            }
        }
    }
}
