//! Codes for machines: QR, Data Matrix and Code 128, as dark cells in a grid.

use barcoders::sym::code128::Code128;
use datamatrix::{DataMatrix, SymbolList};
use fast_qr::{ECL, QRBuilder};

use crate::DocumentFault;

/// The dark cells of a code. Lengths in cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Modules {
    /// Cells across, the white around included.
    pub(crate) width: u32,
    /// Cells down; one for bars.
    pub(crate) height: u32,
    /// White around the dark cells that a reader needs, across and down.
    pub(crate) quiet: [u32; 2],
    /// Each dark box: left, top, length, height.
    pub(crate) dark: Vec<[u32; 4]>,
}

/// White around a QR code, in cells; the standard wants four.
const QR_QUIET: u32 = 4;
/// White around a Data Matrix; the standard wants one.
const MATRIX_QUIET: u32 = 1;
/// White at either end of a Code 128; the standard wants ten.
const BARS_QUIET: u32 = 10;

/// A QR code, with an eighth of it spare (level M).
///
/// # Errors
/// More than it can hold.
pub(crate) fn qr(text: &str, field: &'static str) -> Result<Modules, DocumentFault> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(|_| DocumentFault::DoesNotFit { field })?;
    let size = u32::try_from(code.size).unwrap_or_default();
    let dark = |x: i32, y: i32| code[y.unsigned_abs() as usize][x.unsigned_abs() as usize].value();
    Ok(grid(size, size, QR_QUIET, dark))
}

/// A square Data Matrix, which fits where a QR code does not.
///
/// # Errors
/// More than it can hold.
pub(crate) fn data_matrix(text: &str, field: &'static str) -> Result<Modules, DocumentFault> {
    let symbols = SymbolList::default().enforce_square();
    let code = DataMatrix::encode_str(text, symbols).map_err(|_| DocumentFault::DoesNotFit { field })?;
    let bitmap = code.bitmap();
    let width = bitmap.width();
    let bits = bitmap.bits();
    let dark = |x: i32, y: i32| bits[y.unsigned_abs() as usize * width + x.unsigned_abs() as usize];
    let side = |cells: usize| u32::try_from(cells).unwrap_or_default();
    Ok(grid(side(width), side(bitmap.height()), MATRIX_QUIET, dark))
}

/// A Code 128 in set B: printable ASCII only.
///
/// # Errors
/// A character it cannot say.
pub(crate) fn code_128(text: &str, field: &'static str) -> Result<Modules, DocumentFault> {
    if let Some(character) = text.chars().find(|c| !matches!(c, ' '..='~')) {
        return Err(DocumentFault::MissingGlyph { character, field });
    }
    let code = Code128::new(format!("\u{181}{text}")).map_err(|_| DocumentFault::DoesNotFit { field })?;
    let bars = code.encode();
    let width = u32::try_from(bars.len()).map_err(|_| DocumentFault::DoesNotFit { field })?;
    Ok(grid(width, 1, BARS_QUIET, |x, _| bars[x.unsigned_abs() as usize] == 1))
}

fn grid(width: u32, height: u32, quiet: u32, dark: impl Fn(i32, i32) -> bool) -> Modules {
    let at = |x: u32, y: u32| dark(x.cast_signed(), y.cast_signed());
    let mut runs: Vec<[u32; 4]> = Vec::new();
    // The runs that touch the row, so that one like them under them makes them higher: fewer boxes to draw.
    let mut touching: Vec<usize> = Vec::new();
    let above = if height > 1 { quiet } else { 0 };
    for y in 0..height {
        let before = std::mem::take(&mut touching);
        let mut x = 0;
        while x < width {
            let length = (x..width).take_while(|&x| at(x, y)).count();
            let length = u32::try_from(length).unwrap_or_default();
            if length > 0 {
                let same = |run: &&usize| runs[**run][0] == x + quiet && runs[**run][2] == length;
                match before.iter().find(same).copied() {
                    Some(run) => {
                        runs[run][3] += 1;
                        touching.push(run);
                    }
                    None => {
                        touching.push(runs.len());
                        runs.push([x + quiet, y + above, length, 1]);
                    }
                }
            }
            x += length.max(1);
        }
    }
    Modules { width: width + 2 * quiet, height: height + 2 * above, quiet: [quiet, above], dark: runs }
}
