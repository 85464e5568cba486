use proptest::prelude::*;

use super::*;

fn read(bytes: &[u8]) -> Result<Picture, DocumentFault> {
    Picture::read(bytes, "logo")
}

fn refused(bytes: &[u8]) -> String {
    match read(bytes).unwrap_err() {
        DocumentFault::Picture { field: "logo", reason } => reason,
        other => panic!("{other:?}"),
    }
}

fn svg(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"20\">{inside}</svg>")
}

/// A PNG of one row.
fn png(colour: png::ColorType, width: u32, data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, 1);
    encoder.set_color(colour);
    encoder.write_header().unwrap().write_image_data(data).unwrap();
    bytes
}

/// A JPEG as far as a page reads it: Exif with an orientation, a comment, a frame, a scan.
fn jpeg(orientation: u8, colours: u8) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    let mut segment = |marker: u8, content: &[u8]| {
        bytes.extend([0xff, marker]);
        bytes.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
        bytes.extend(content);
    };
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    segment(0xe1, &exif);
    segment(0xfe, b"Via Roma 1");
    segment(0xc0, &[8, 0, 40, 0, 30, colours]);
    segment(0xda, &[0, 0, 0]);
    bytes.extend([1, 2, 3, 0xff, 0xd9]);
    bytes
}

#[test]
fn colours_are_mixed_with_the_white_of_the_paper() {
    let bytes = png(png::ColorType::Rgba, 2, &[10, 20, 30, 255, 0, 0, 0, 128]);
    let Picture::Pixels(pixels) = read(&bytes).unwrap() else { panic!("pixels") };
    assert_eq!((pixels.width, pixels.height, pixels.grey), (2, 1, false));
    assert_eq!(pixels.data, [10, 20, 30, 127, 127, 127]);
}

#[test]
fn a_photograph_says_nothing_of_where_it_was_taken_and_stands_upright() {
    let Picture::Pixels(pixels) = read(&jpeg(6, 3)).unwrap() else { panic!("pixels") };
    assert!(pixels.jpeg && pixels.turn == Turn(6) && pixels.turn.lies());
    let holds = |needle: &[u8]| pixels.data.windows(needle.len()).any(|window| window == needle);
    assert!(!holds(b"Exif") && !holds(b"Via Roma"));
    assert!((Picture::Pixels(pixels).proportion() - 40.0 / 30.0).abs() < 0.01);
}

#[test]
fn each_turn_keeps_the_picture_in_its_box() {
    for turn in 1..=8 {
        let [a, b, c, d, e, f] = Turn(turn).matrix();
        let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)];
        let mut moved: Vec<(i32, i32)> =
            corners.iter().map(|(x, y)| ((a * x + c * y + e) as i32, (b * x + d * y + f) as i32)).collect();
        moved.sort_unstable();
        assert_eq!(moved, [(0, 0), (0, 1), (1, 0), (1, 1)], "{turn}");
    }
}

#[test]
fn a_drawing_becomes_outlines_in_the_colours_of_paper() {
    let text = svg("<g opacity=\"0.5\"><rect width=\"5\" height=\"5\" fill=\"#000\"/></g>");
    let Picture::Drawing(drawing) = read(text.as_bytes()).unwrap() else { panic!("a drawing") };
    assert_eq!((drawing.width, drawing.height), (10.0, 20.0));
    let [Step::Fill(outline, colour)] = drawing.steps.as_slice() else { panic!("{:?}", drawing.steps) };
    assert_eq!(*colour, [128; 3]);
    assert!(outline.points.contains(&Point::Line([5.0, 5.0])));
}

/// The flat colours of a drawing, in the order they are laid.
fn colours(inside: &str) -> Vec<[u8; 3]> {
    let Picture::Drawing(drawing) = read(svg(inside).as_bytes()).unwrap() else { panic!("a drawing") };
    let fill = |step: &Step| if let Step::Fill(_, colour) = step { Some(*colour) } else { None };
    drawing.steps.iter().filter_map(fill).collect()
}

#[test]
fn a_shade_goes_from_its_first_colour_to_its_last_without_a_jump() {
    const STOPS: &str =
        "<stop stop-color=\"#000\"/><stop offset=\"1\" stop-color=\"#fff\" stop-opacity=\"0.5\"/>";
    const BOX: &str = "<rect width=\"5\" height=\"5\" fill=\"url(#a)\"/>";
    let line = colours(&format!("<linearGradient id=\"a\">{STOPS}</linearGradient>{BOX}"));
    assert_eq!((line[0], *line.last().unwrap()), ([0; 3], [255; 3]));
    assert!(line.windows(2).all(|pair| pair[0][0] <= pair[1][0] && pair[1][0] - pair[0][0] <= 4), "{line:?}");
    let ring = colours(&format!("<radialGradient id=\"a\">{STOPS}</radialGradient>{BOX}"));
    assert_eq!(ring[0], [255; 3]);
    assert!(ring.last().unwrap()[0] <= 4);
    assert!(ring.windows(2).all(|pair| pair[0][0] >= pair[1][0] && pair[0][0] - pair[1][0] <= 4), "{ring:?}");
}

#[test]
fn what_paper_cannot_show_is_refused_with_its_reason() {
    for inside in [
        "<text>Comune</text>",
        "<image href=\"http://example.org/a.png\"/>",
        "<linearGradient id=\"a\" spreadMethod=\"reflect\" x2=\"0.5\"><stop/><stop offset=\"1\" stop-color=\"#fff\"/></linearGradient><rect width=\"5\" height=\"5\" fill=\"url(#a)\"/>",
        "<filter id=\"f\"><feGaussianBlur stdDeviation=\"2\"/></filter><rect filter=\"url(#f)\" width=\"5\" height=\"5\"/>",
    ] {
        assert!(!refused(svg(inside).as_bytes()).is_empty(), "{inside}");
    }
    assert!(refused(b"GIF89a").contains("neither"));
    assert!(refused(&[0x1f, 0x8b, 0]).contains("compressed"));
    assert!(refused(&jpeg(1, 4)).contains("CMYK"));
    assert!(refused(&jpeg(1, 3)[..20]).contains("damaged"));
    assert!(refused(&vec![0; BYTES_MAX + 1]).contains("8 MiB"));
}

#[test]
fn a_picture_that_would_fill_the_memory_is_refused_unread() {
    assert!(measured(40_000, 40_000).is_err());
    assert!(measured(0, 5).is_err());
    let mut bytes = png(png::ColorType::Grayscale, 1, &[0]);
    bytes[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    assert!(read(&bytes).is_err());
}

#[test]
fn a_script_in_a_drawing_is_not_read() {
    let text = svg("<script>alert(1)</script><rect width=\"5\" height=\"5\" onclick=\"alert(2)\"/>");
    let Picture::Drawing(drawing) = read(text.as_bytes()).unwrap() else { panic!("a drawing") };
    assert_eq!(drawing.steps.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_file_stops_the_desk(
        start in prop::sample::select(vec![
            &b""[..], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1", b"RIFF\0\0\0\0WEBPVP8L", b"<svg xmlns=\"http://www.w3.org/2000/svg\"",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..200),
        drawn in "[ a-z0-9=\"<>/#.%-]{0,120}",
    ) {
        let _ = read(&[start, &rest].concat());
        let _ = read(&[start, drawn.as_bytes()].concat());
        let _ = read(svg(&drawn).as_bytes());
    }

    #[test]
    fn any_shade_is_drawn_within_the_numbers_of_old_pdf(
        ends in prop::array::uniform6(-3.0_f32..3.0),
        radius in 0.01_f32..3.0,
        turn in -180.0_f32..180.0,
        offsets in prop::array::uniform3(0.0_f32..1.0),
        ring in any::<bool>(),
    ) {
        let [a, b, c, d, e, f] = ends;
        let stops: String = offsets.iter().map(|at| format!("<stop offset=\"{at}\" stop-color=\"#{:06x}\"/>", (at * 16e6) as u32)).collect();
        let turn = format!("gradientTransform=\"rotate({turn}) translate({e} {f})\"");
        let shade = if ring {
            format!("<radialGradient id=\"a\" cx=\"{a}\" cy=\"{b}\" fx=\"{c}\" fy=\"{d}\" r=\"{radius}\" {turn}>{stops}</radialGradient>")
        } else {
            format!("<linearGradient id=\"a\" x1=\"{a}\" y1=\"{b}\" x2=\"{c}\" y2=\"{d}\" {turn}>{stops}</linearGradient>")
        };
        let text = svg(&format!("{shade}<rect width=\"9\" height=\"19\" fill=\"url(#a)\"/>"));
        let Picture::Drawing(drawing) = read(text.as_bytes()).unwrap() else { panic!("a drawing") };
        for step in &drawing.steps {
            let Step::Fill(outline, _) = step else { continue };
            for point in &outline.points {
                let numbers: &[f32] = match point {
                    Point::Move(to) | Point::Line(to) => to,
                    Point::Curve(by) => by,
                    Point::Close => &[],
                };
                prop_assert!(numbers.iter().all(|number| number.abs() < 32_767.0), "{:?}", point);
            }
        }
    }
}
