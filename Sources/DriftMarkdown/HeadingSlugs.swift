import DriftText

extension Document {
    /// The ids of all headings, in order: those that are given, and otherwise made from the text and numbered where
    /// one is taken already. Linear in the number of headings.
    package func headingSlugs(_ rule: SlugRule = .github) -> [(block: Int, slug: String)] {
        let headings = blocks.indices.filter { blocks[$0].kind == .heading }
        var names = NameRegister(separator: rule.separator)
        // Python-Markdown knows all ids of a page before it numbers any.
        if rule.separator == "_" { headings.compactMap(explicitSlug).forEach { names.add($0) } }
        return headings.map { heading in
            if rule.honoursExplicit, let id = explicitSlug(heading) {
                if rule.numbersExplicit { names.add(id) }
                return (heading, id)
            }
            let slug = rule.slug(of: headingText(heading, with: rule))
            return (heading, names.unique(slug.isEmpty ? rule.fallback : slug))
        }
    }

    /// The id that GitHub would make for a text that is no other heading's.
    package static func slug(of text: String) -> String { SlugRule.github.slug(of: text) }

    private func explicitSlug(_ heading: Int) -> String? {
        headingIdentifier(of: heading).map { source.string($0) }
    }

    private func headingText(_ heading: Int, with rule: SlugRule) -> String {
        let text = plainText(
            of: heading, inlines: inlines(of: heading), including: [.codeSpans, .autolinks, .directives, .math])
        let visible = String(decoding: text.bytes, as: UTF8.self)
        let list = blocks[heading].info
        return rule.honoursExplicit || list.isEmpty ? visible : visible + " " + source.string(list)
    }
}

/// The ids that are taken, and the next number of each that was repeated.
private struct NameRegister {
    let separator: String
    private var taken: Set<String> = []
    /// Numbers from 1 up to these are all taken.
    private var numbers: [String: Int] = [:]

    init(separator: String) {
        self.separator = separator
    }

    mutating func add(_ name: String) {
        taken.insert(name)
    }

    /// The name itself, or with the first number that is free.
    mutating func unique(_ name: String) -> String {
        if !name.isEmpty || separator == "-", taken.insert(name).inserted { return name }
        var base = name
        var number = 0
        // Python-Markdown counts on from a number that the name ends in.
        if separator == "_", let mark = name.utf8.lastIndex(of: UInt8(ascii: "_")),
            let last = Int(name[name.index(after: mark)...]), last >= 0, last < 1_000_000_000
        {
            base = String(name[..<mark])
            number = last
        }
        let isFirst = number <= numbers[base, default: 0]
        if isFirst { number = numbers[base, default: 0] }
        var candidate: String
        repeat {
            number += 1
            candidate = "\(base)\(separator)\(number)"
        } while !taken.insert(candidate).inserted
        if isFirst { numbers[base] = number }
        return candidate
    }
}
