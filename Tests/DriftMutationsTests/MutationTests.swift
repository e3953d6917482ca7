import DriftLanguage
import DriftMarkdown
import DriftMutations
import DriftText
import FoundationEssentials
import Golden
import Testing

/// The guide below `fixtures/selftest` and its translation, which has a place for every kind.
private func guide() throws -> Subject {
    func read(_ name: String) throws -> Document {
        let data = try #require(FileManager.default.contents(atPath: "\(Golden.root)/fixtures/selftest/\(name)"))
        return Document(SourceText(Array(data)))
    }
    return Subject(
        source: try read("guide.md"), LanguageTag(language: "en"), target: try read("guide.de.md"),
        LanguageTag(language: "de"))
}

private func mutations(_ kind: MutationKind, of subject: Subject, seed: UInt64 = 1, limit: Int = .max) -> [Mutation] {
    var generator = SplitMix(seed: seed, name: kind.rawValue)
    return subject.mutations(of: kind, limit: limit, using: &generator)
}

/// Each kind does what it says, to the byte.
@Suite struct MutationTests {
    /// The first change of each kind: what was done, the lines at which it is due, and the first of what `diff` would show.
    @Test func changeWhatIsRecorded() throws {
        let subject = try guide()
        var listing = ""
        for kind in MutationKind.allCases {
            let first = try #require(mutations(kind, of: subject, limit: 1).first, "no place for \(kind.rawValue)")
            listing += Self.describe(first, of: subject.target.source)
        }
        #expect(try Golden.check(listing, against: "fixtures/selftest/mutations.txt") == .matches)
    }

    private static func describe(_ mutation: Mutation, of text: SourceText) -> String {
        let changed = SourceText(mutation.applied(to: text))
        let due = mutation.dueLines(in: changed)
        let (before, after) = (lines(text), lines(changed))
        var listing = "\(mutation.kind.rawValue): \(mutation.summary)\n  due \(due.lowerBound)–\(due.upperBound)\n"
        for change in after.difference(from: before).prefix(12) {
            switch change {
            case .remove(let line, let text, _): listing += "  -\(line + 1) \(text)\n"
            case .insert(let line, let text, _): listing += "  +\(line + 1) \(text)\n"
            }
        }
        return listing
    }

    /// Lines with their terminators spelt out where they are not LF.
    private static func lines(_ text: SourceText) -> [String] {
        String(decoding: text.bytes, as: UTF8.self).unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map { String($0).replacing("\r", with: "␍") }
    }

    @Test(arguments: MutationKind.allCases)
    func editsStandInOrder(kind: MutationKind) throws {
        let subject = try guide()
        for mutation in mutations(kind, of: subject) {
            for (left, right) in zip(mutation.edits, mutation.edits.dropFirst()) {
                #expect(left.range.upper <= right.range.lower)
            }
            let changed = SourceText(mutation.applied(to: subject.target.source))
            #expect(changed.bytes != subject.target.source.bytes)
            #expect(mutation.dueLines(in: changed).upperBound <= changed.lineCount)
        }
    }

    @Test(arguments: MutationKind.allCases)
    func areTheSameForASeed(kind: MutationKind) throws {
        let subject = try guide()
        let all = mutations(kind, of: subject)
        #expect(mutations(kind, of: subject) == all)
        #expect(mutations(kind, of: subject, limit: 2) == Array(all.prefix(2)))
        #expect(Set(mutations(kind, of: subject, seed: 2)) == Set(all))
        #expect(Set(all).count == all.count)
    }

    /// A part of the translation alone is none that could get lost.
    @Test func spareWhatTheSourceDoesNotHave() throws {
        let source = Document(SourceText("# A\n\nText of the page.\n"))
        let target = Document(
            SourceText("# A\n\n- eins\n- zwei\n\n| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n\n`x`\n"))
        let subject = Subject(
            source: source, LanguageTag(language: "en"), target: target, LanguageTag(language: "de"))
        for kind in [MutationKind.itemMissing, .rowMissing, .codeSpanLost, .numberInCell] {
            #expect(mutations(kind, of: subject).isEmpty)
        }
    }
}

/// What is harmless shows the same page.
@Suite struct HarmlessMutationTests {
    @Test(arguments: MutationKind.allCases.filter { $0.isHarmless && $0 != .noteAdded && $0 != .numberLocalized })
    func rendersAsBefore(kind: MutationKind) throws {
        let subject = try guide()
        let before = Self.page(subject.target.source.bytes)
        for mutation in mutations(kind, of: subject) {
            #expect(Self.page(mutation.applied(to: subject.target.source)) == before, "\(mutation.summary)")
        }
    }

    /// HTML with every run of white space as one blank.
    private static func page(_ bytes: [UInt8]) -> String {
        let html = HTMLRenderer.render(Document(SourceText(bytes)))
        return html.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
            .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }

    @Test func numbersAreGroupedAsTheLocaleWritesThem() throws {
        let changes = mutations(.numberLocalized, of: try guide())
        #expect(changes.map(\.edits).joined().map { String(decoding: $0.replacement, as: UTF8.self) } == ["25.000"])
    }

    @Test func notesBeginAsTranslatorsBeginThem() throws {
        let note = try #require(mutations(.noteAdded, of: try guide()).first?.edits.first)
        #expect(String(decoding: note.replacement, as: UTF8.self).hasPrefix("\n\n*(Anm. d. Ü.: "))
    }
}

@Test func generatorGivesThePublishedNumbers() {
    var generator = SplitMix(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
        numbers == [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ])
}
