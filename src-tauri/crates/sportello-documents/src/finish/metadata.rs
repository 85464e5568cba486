//! What the file says of itself, twice and in the same words: the Info dictionary for readers of paper habits and
//! the XMP packet for archives (ISO 16684-1).

use std::borrow::Cow;

use lopdf::{Dictionary, Object, dictionary, text_string};

use super::About;

/// The language of every paper (BCP 47).
pub(super) const LANGUAGE: &str = "it-IT";
const PROGRAM: &str = "Sportello per il Cittadino";

/// Days have no hour: the program knows no clock, and a false midnight would be a false statement.
pub(super) fn info(about: &About<'_>) -> Dictionary {
    let date = Object::string_literal(about.made_on.format("D:%Y%m%d").to_string());
    dictionary! {
        "Title" => text_string(about.title),
        "Author" => text_string(about.author),
        "Creator" => text_string(PROGRAM),
        "Producer" => text_string(PROGRAM),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// The XMP packet.
pub(super) fn xmp(about: &About<'_>) -> String {
    let title = escaped(about.title);
    let author = escaped(about.author);
    let date = about.made_on.format("%Y-%m-%d");
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>U</pdfaid:conformance>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>
   <pdf:Producer>{PROGRAM}</pdf:Producer>
   <xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>
   <xmp:CreateDate>{date}</xmp:CreateDate>
   <xmp:ModifyDate>{date}</xmp:ModifyDate>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{feff}',
    )
}

/// Titles hold no control characters: a text that has one is refused before it gets here.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>']) {
        return text.into();
    }
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").into()
}
