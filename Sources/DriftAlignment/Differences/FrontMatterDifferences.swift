import DriftLanguage
import DriftMarkdown
import DriftText

/// Compares the front matter of a translation with that of its source, key by key.
struct FrontMatterDifferences {
    let set: AlignedSet
    let member: Int
    let inquiry: Inquiry<Profile>
    let survey: FrontMatterSurvey

    func differences() -> [Difference] {
        guard let source = survey.entries[0], !source.entries.isEmpty else { return [] }
        let damage = unreadable()
        guard let target = survey.entries[member] else {
            if let damage { return [damage] }
            return document.frontMatterFormat == nil && !othersLack("") ? [missingFrontMatter(source)] : []
        }
        return (damage.map { [$0] } ?? []) + missingKeys(source, target)
            + FrontMatterValues(of: self).differences(source, target)
    }

    var document: Document { self.set.members[member].outline.document }
    var locale: LanguageTag { self.set.members[member].locale }

    func sourcePassage(_ range: ByteRange) -> Difference.Passage { self.set.source.passage(of: range, member: 0) }
    func targetPassage(_ range: ByteRange) -> Difference.Passage {
        self.set.members[member].outline.passage(of: range, member: member)
    }

    // MARK: What is missing

    /// Whether most of the other translations, or of the locale's documents, do without a key too; or, with an empty key,
    /// without front matter.
    private func othersLack(_ key: String) -> Bool {
        let others = key.isEmpty ? survey.othersWithoutAny(than: member) : survey.othersWithout(key, than: member)
        if others.count >= 2, 2 * others.lacking > others.count { return true }
        return inquiry.answer(.leavesOut(key: key, locale: locale.description)) == true
    }

    /// What a document says to this program is about that document.
    private static let ownKey = "driftlint"

    private func missingKeys(_ source: FrontMatterEntries, _ target: FrontMatterEntries) -> [Difference] {
        var neighbour = ByteRange(document.blocks[1].range.lower, document.source.lineRange(0).upper)
        var missing: [Difference] = []
        for entry in source.entries {
            if let partner = target[entry.key] {
                neighbour = partner.range
            } else if entry.key != Self.ownKey, !othersLack(entry.key) {
                missing.append(missingKey(entry, after: neighbour))
            }
        }
        return missing
    }

    private func missingKey(_ entry: FrontMatterEntries.Entry, after neighbour: ByteRange) -> Difference {
        let source = sourcePassage(entry.range)
        return Difference(
            .missing, .frontMatterKey,
            at: Difference.Passage(member: member, range: neighbour, text: source.text), counterparts: [source],
            expected: entry.key, cause: Difference.cause(.missing, .frontMatterKey, entry.range))
    }

    private func missingFrontMatter(_ source: FrontMatterEntries) -> Difference {
        let block = self.set.source.document.blocks[1].range
        let whole = sourcePassage(block)
        let start = document.source.lineRange(0)
        return Difference(
            .missing, .frontMatter, at: Difference.Passage(member: member, range: start, text: whole.text),
            counterparts: [whole], expected: source.entries.map(\.key).prefix(4).joined(separator: ", "),
            cause: Difference.cause(.missing, .frontMatter, block))
    }

    // MARK: What cannot be read

    /// Front matter that cannot be read although the source's can.
    private func unreadable() -> Difference? {
        let original = self.set.source.document
        guard original.frontMatterFormat == .yaml, Self.error(in: original) == nil else { return nil }
        if document.frontMatterFormat == .yaml, let error = Self.error(in: document) {
            return unreadable(error.range, "is no YAML: \(error.message)")
        }
        guard document.frontMatterFormat == nil, opensFrontMatter else { return nil }
        return unreadable(document.source.lineRange(0), "has no closing “---”")
    }

    private func unreadable(_ range: ByteRange, _ detail: String) -> Difference {
        let source = sourcePassage(self.set.source.document.blocks[1].range)
        return Difference(
            .unreadable, .frontMatter, at: targetPassage(range), counterparts: [source], detail: detail,
            cause: Difference.cause(.unreadable, .frontMatter, member: member, detail))
    }

    private static func error(in document: Document) -> YAMLError? {
        do throws(YAMLError) {
            _ = try YAMLReader.read(document.source, in: document.blocks[1].range, unsupported: .keepAsText)
            return nil
        } catch {
            return error
        }
    }

    /// Whether a document begins with `---` and lines of keys, so that only the end is missing.
    private var opensFrontMatter: Bool {
        let (source, bytes) = (document.source, document.source.bytes)
        guard source.lineCount > 1, bytes[source.lineRange(0).indices].trimmingBlanks.elementsEqual("---".utf8) else {
            return false
        }
        let line = bytes[source.lineRange(1).indices]
        return line.first.map(\.isASCIILetter) ?? false
            && line.firstIndex(of: UInt8(ascii: ":")).map { line[..<$0].allSatisfy { $0.isASCIILetter || $0 == 0x2E } }
                ?? false
    }
}
