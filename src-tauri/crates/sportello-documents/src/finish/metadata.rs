//! What the file says of itself, twice and in the same words: the Info dictionary for readers of paper habits and
//! the XMP packet for archives (ISO 16684-1).

use std::borrow::Cow;

use lopdf::{Dictionary, Object, dictionary, text_string};

use super::About;

/// The language of every paper (BCP 47).
pub(super) const LANGUAGE: &str = "it-IT";
const PROGRAM: &str = "Sportello per il Cittadino";

/// The hour is the caller's, with its offset: the papers know no clock.
pub(super) fn info(about: &About<'_>) -> Dictionary {
    let offset = about.made_at.format("%:z").to_string().replace(':', "'");
    let date = Object::string_literal(format!("{}{offset}'", about.made_at.format("D:%Y%m%d%H%M%S")));
    dictionary! {
        "Title" => text_string(about.title),
        "Author" => text_string(about.author),
        "Creator" => text_string(PROGRAM),
        "Producer" => text_string(PROGRAM),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// The claim of PDF/UA-1, and the schema PDF/A wants for words it does not know.
const ACCESSIBLE: &str = r#"
  <rdf:Description rdf:about=""
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfuaid:part>1</pdfuaid:part>
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>"#;

/// The XMP packet.
pub(super) fn xmp(about: &About<'_>) -> String {
    let title = escaped(about.title);
    let author = escaped(about.author);
    let date = about.made_at.format("%Y-%m-%dT%H:%M:%S%:z");
    let (part, conformance) = if about.twin_1b { ("1", "B") } else { ("2", "A") };
    let accessible = if about.twin_1b { "" } else { ACCESSIBLE };
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <pdfaid:part>{part}</pdfaid:part>
   <pdfaid:conformance>{conformance}</pdfaid:conformance>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>
   <pdf:Producer>{PROGRAM}</pdf:Producer>
   <xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>
   <xmp:CreateDate>{date}</xmp:CreateDate>
   <xmp:ModifyDate>{date}</xmp:ModifyDate>
  </rdf:Description>{accessible}
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
