extension Document {
    /// The ids that GitHub gives to headings, in order; repeated ones get `-1`, `-2` and so on.
    package func headingSlugs() -> [(block: Int, slug: String)] {
        var taken: [String: Int] = [:]
        var result: [(block: Int, slug: String)] = []
        for index in blocks.indices where blocks[index].kind == .heading {
            let text = plainText(of: index, inlines: inlines(of: index), including: [.codeSpans, .autolinks])
            let base = Document.slug(of: String(decoding: text.bytes, as: UTF8.self))
            var slug = base
            var number = taken[base] ?? 0
            while taken[slug] != nil {
                number += 1
                slug = "\(base)-\(number)"
            }
            taken[base] = number
            taken[slug] = taken[slug] ?? 0
            result.append((index, slug))
        }
        return result
    }

    /// Small letters, digits, marks, `-` and `_`, with `-` for each space; all else goes away.
    package static func slug(of text: String) -> String {
        var slug = ""
        for scalar in text.unicodeScalars {
            if scalar == " " {
                slug.unicodeScalars.append("-")
                continue
            }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .titlecaseLetter: slug += scalar.properties.lowercaseMapping
            case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark,
                .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
                slug.unicodeScalars.append(scalar)
            default: if scalar == "-" { slug.unicodeScalars.append(scalar) }
            }
        }
        return slug
    }
}
