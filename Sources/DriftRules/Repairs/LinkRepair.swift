import DriftAlignment
import DriftLanguage
import DriftText

/// Restores link targets and code spans, which are the same in every language.
struct LinkRepair {
    let context: CheckContext
    let difference: Difference

    /// The source's target, as seen from the translation.
    func target() -> Repair? {
        guard let expected = difference.counterparts.first, !difference.passage.range.isEmpty else { return nil }
        let destination = context.bytes(expected)
        guard !destination.isEmpty, !destination.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "(") })
        else { return nil }
        let own = context.links.rebased(destination, member: difference.passage.member)
        let isKnown = own != nil || destination.starts(with: "http".utf8)
        return Repair(
            writing: own ?? destination, at: difference.passage, isSafe: isKnown && !mayBeLocalized(destination))
    }

    /// Whether a site may spell it otherwise for the locale: a path that names the source's locale, or a fragment, which
    /// is made of a heading.
    private func mayBeLocalized(_ destination: [UInt8]) -> Bool {
        let isAddress = destination.starts(with: "http".utf8)
        if !isAddress, destination.contains(UInt8(ascii: "#")) { return true }
        return destination.split { "/.?=&".utf8.contains($0) }.contains { piece in
            let word = String(decoding: piece, as: UTF8.self)
            guard word.utf8.count == 2 || word.utf8.count == 5 else { return false }
            return LanguageTag(spelling: word)?.isSameLanguage(as: context.set.source.locale) ?? false
        }
    }

    /// The source's code span, backticks included.
    func code() -> Repair? {
        guard let expected = difference.counterparts.first else { return nil }
        let code = context.bytes(expected)
        // A span across lines carries the indentation of its own document, and a pipe would end a cell.
        guard !code.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "|") }) else { return nil }
        return Repair(writing: code, at: difference.passage, isSafe: true)
    }
}

extension CheckContext {
    /// The source text of a passage as it stands.
    func bytes(_ passage: Difference.Passage) -> [UInt8] {
        Array(set.members[passage.member].outline.document.source.bytes[passage.range.indices])
    }

    /// What gives a reference the label that the document defines, its text as it is.
    func restoringLabel(of difference: Difference) -> Repair? {
        guard !difference.expected.isEmpty else { return nil }
        let reference = bytes(difference.passage)
        guard let opener = reference.lastIndex(of: UInt8(ascii: "[")) else { return nil }
        let hasLabel = opener > 0 && reference[opener - 1] == UInt8(ascii: "]")
        let text = hasLabel ? reference[..<opener] : reference[...]
        let label = Array("[\(difference.expected)]".utf8)
        return Repair(writing: Array(text) + label, at: difference.passage, isSafe: true)
    }

    /// What restores the target of a broken link where that of the source is another, and not broken.
    func restoringTarget(of use: LinkUse) -> Repair? {
        let range = use.inline.destination
        guard
            let changed = differences.first(where: {
                $0.kind == .changed && $0.aspect == .linkTarget && $0.passage.member == use.member
                    && $0.passage.range == range
            }), let expected = changed.counterparts.first,
            links.target(of: set.source.document.unescaped(expected.range), member: 0) == nil
        else { return nil }
        return restoring(changed)
    }

    /// What restores a value that no language changes; nil where that needs judgement.
    func restoring(_ difference: Difference) -> Repair? {
        switch difference.aspect {
        case .linkTarget: return LinkRepair(context: self, difference: difference).target()
        case .codeSpan: return LinkRepair(context: self, difference: difference).code()
        case .placeholder: return copying(difference, isSafe: true)
        // Links may have been written for the changed one; a name may be out of date in the source.
        case .headingIdentifier, .identifier: return copying(difference, isSafe: false)
        case .number, .date, .time, .version, .percentage: break
        default: return nil
        }
        guard let expected = difference.counterparts.first else { return nil }
        let repair = ValueRepair(
            expected: bytes(expected), found: bytes(difference.passage), source: set.source.values,
            target: set.members[difference.passage.member].outline.values)
        return repair.text().map { Repair(writing: $0.text, at: difference.passage, isSafe: $0.isCertain) }
    }

    /// Writes what the source has, byte for byte.
    private func copying(_ difference: Difference, isSafe: Bool) -> Repair? {
        difference.counterparts.first.map { Repair(writing: bytes($0), at: difference.passage, isSafe: isSafe) }
    }
}
