/// How a site generator makes a heading's id from its text.
package enum SlugRule: String, CaseIterable, Sendable {
    /// github.com, which takes an attribute list for text.
    case github
    /// Docusaurus, VitePress and others that use github-slugger.
    case docusaurus
    /// Hugo, as it is set up unless told otherwise.
    case hugo
    /// Python-Markdown's table of contents, MkDocs's default: ASCII alone.
    case mkdocs
    /// `pymdownx.slugs.slugify` with small letters: all of Unicode.
    case pymdownx
    /// Microsoft Learn.
    case learn

    /// The id for a text, before repeated ones are numbered; empty where nothing of the text remains.
    package func slug(of text: String) -> String {
        switch self {
        case .github, .docusaurus: filtered(text, keepsMarks: true)
        case .hugo, .learn, .pymdownx: filtered(text, keepsMarks: false)
        case .mkdocs: ascii(text)
        }
    }

    /// What a heading gets of which nothing remains.
    var fallback: String {
        switch self {
        case .hugo: "heading"
        case .learn: "section"
        default: ""
        }
    }

    /// Between an id and its number.
    var separator: String { self == .mkdocs || self == .pymdownx ? "_" : "-" }

    /// Whether ids that are given explicitly count among those taken.
    var numbersExplicit: Bool { self != .docusaurus }

    /// Whether a heading's attribute list can give it an id.
    var honoursExplicit: Bool { self != .github }

    private func filtered(_ text: String, keepsMarks: Bool) -> String {
        var slug = ""
        for scalar in text.unicodeScalars {
            if scalar == " " {
                slug.unicodeScalars.append("-")
                continue
            }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .titlecaseLetter: slug += scalar.properties.lowercaseMapping
            case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
                slug.unicodeScalars.append(scalar)
            case .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
                if keepsMarks || scalar == "_" { slug.unicodeScalars.append(scalar) }
            case .letterNumber, .otherNumber:
                if keepsMarks || self == .pymdownx { slug.unicodeScalars.append(scalar) }
            default: if scalar == "-" { slug.unicodeScalars.append(scalar) }
            }
        }
        return slug
    }

    /// Letters without their accents, digits and `_`, with one `-` for each run of spaces and dashes.
    private func ascii(_ text: String) -> String {
        var slug: [UInt8] = []
        var isBehindGap = false
        for byte in text.unicodeScalars.flatMap(LatinBase.bytes) {
            if byte == 0x20 || byte == UInt8(ascii: "-") {
                // Blanks at the ends go away, dashes do not.
                if byte == 0x20, slug.isEmpty { continue }
                if !isBehindGap { slug.append(UInt8(ascii: "-")) }
                isBehindGap = true
            } else if byte.isAlphanumeric || byte == UInt8(ascii: "_") {
                slug.append(byte.lowercased)
                isBehindGap = false
            }
        }
        let endsInBlank =
            text.unicodeScalars.last {
                LatinBase.bytes($0).contains { $0.isAlphanumeric || $0 == 0x2D || $0 == 0x20 || $0 == 0x5F }
            } == " "
        if endsInBlank, slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }
}

/// The ASCII letters under Latin letters with accents, and wide forms made narrow.
private enum LatinBase {
    /// U+00C0 to U+024F and U+1E00 to U+1EFF; a dot where there is none.
    private static let low = Array(
        """
        AAAAAA.CEEEEIIII.NOOOOO..UUUUY..aaaaaa.ceeeeiiii.nooooo..uuuuy.yAaAaAaCcCcCcCcDd..EeEeEeEeEeGgGgGgGg\
        Hh..IiIiIiIiI...JjKk.LlLlLlLl..NnNnNnn..OoOoOo..RrRrRrSsSsSsSsTtTt..UuUuUuUuUuUuWwYyYZzZzZzs........\
        ........................Oo.............Uu............................AaIiOoUuUuUuUuUu.AaAa....GgKkOo\
        Oo..j...Gg..NnAa....AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............................
        """.utf8)
    private static let high = Array(
        """
        AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSs\
        SsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwyas....AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEe\
        IiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......
        """.utf8)

    static func bytes(_ scalar: Unicode.Scalar) -> [UInt8] {
        let value = Int(scalar.value)
        switch value {
        case ..<0x80: return [UInt8(value)]
        case 0xC0...0x24F: return low[value - 0xC0] == 0x2E ? [] : [low[value - 0xC0]]
        case 0x1E00...0x1EFF: return high[value - 0x1E00] == 0x2E ? [] : [high[value - 0x1E00]]
        case 0xFF01...0xFF5E: return [UInt8(value - 0xFF01 + 0x21)]
        case 0xB2, 0xB3: return [UInt8(value - 0xB2 + 0x32)]
        case 0xB9: return [0x31]
        default: return []
        }
    }
}
