import DriftAlignment
import Mutations
import Testing

@Suite struct AlignmentTests {
    @Test(arguments: Sample.all)
    func ofADocumentWithItselfIsTheDiagonal(text: String) {
        let outline = Sample.outline(text)
        let set = Sample.set([outline, outline])
        #expect(set.pairs[0].targets == outline.segments.indices.map { Int32($0) })
        for table in set.pairs[0].tables {
            #expect(table.rows == table.source.rows.indices.map { Int32($0) })
            #expect(table.columns == (0..<table.source.columnCount).map { Int32($0) })
        }
        #expect(Sample.differences(set).isEmpty)
    }

    @Test func ofAPairIsLeftAloneByFurtherTargets() {
        let members = Sample.playbook.map { Sample.outline($0.text, $0.locale) }
        let all = Sample.set(members)
        for target in members.indices.dropFirst() {
            let pair = Sample.set([members[0], members[target]]).pairs[0]
            #expect(pair.targets == all.pairs[target - 1].targets)
            #expect(pair.sources == all.pairs[target - 1].sources)
            #expect(pair.tables.map(\.rows) == all.pairs[target - 1].tables.map(\.rows))
            #expect(pair.tables.map(\.columns) == all.pairs[target - 1].tables.map(\.columns))
        }
    }
}

/// How a file is stored, and characters that cannot be seen, are no drift.
@Suite struct InvisibleVariantTests {
    enum Variant: CaseIterable {
        case carriageReturns, byteOrderMark, noBreakSpaces, zeroWidthSpaces

        func apply(to text: String) -> String {
            switch self {
            case .carriageReturns: text.replacing("\n", with: "\r\n")
            case .byteOrderMark: "\u{FEFF}" + text
            case .noBreakSpaces: Self.betweenWords(text, "\u{A0}")
            case .zeroWidthSpaces: Self.betweenWords(text, "\u{200B} ")
            }
        }

        /// Replaces every third blank between two letters, outside front matter and code.
        private static func betweenWords(_ text: String, _ blank: String) -> String {
            var result = ""
            var count = 0
            var isSkipped = false
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                if line.hasPrefix("---") || line.hasPrefix("```") { isSkipped.toggle() }
                let scalars = Array(line.unicodeScalars)
                for (index, scalar) in scalars.enumerated() {
                    let isBetween =
                        scalar == " " && index > 0 && index + 1 < scalars.count
                        && scalars[index - 1].properties.isAlphabetic && scalars[index + 1].properties.isAlphabetic
                    if isBetween { count += 1 }
                    let isReplaced = isBetween && !isSkipped && !line.contains("`") && count % 3 == 0
                    result += isReplaced ? blank : String(scalar)
                }
                result += "\n"
            }
            return String(result.dropLast())
        }
    }

    @Test(arguments: Variant.allCases, Sample.all)
    func areNoDrift(variant: Variant, text: String) {
        let changed = Sample.outline(variant.apply(to: text))
        #expect(Sample.differences(Sample.outline(text), changed).map(\.summary).isEmpty)
        #expect(Sample.differences(changed, Sample.outline(text)).map(\.summary).isEmpty)
    }

    @Test(arguments: Variant.allCases)
    func changeNoDifferenceOfTranslations(variant: Variant) {
        let plain = Sample.set(Sample.playbook.map { Sample.outline($0.text, $0.locale) })
        let expected = Sample.differences(plain)
        for member in Sample.playbook.indices {
            var texts = Sample.playbook
            texts[member].text = variant.apply(to: texts[member].text)
            let differences = Sample.differences(Sample.set(texts.map { Sample.outline($0.text, $0.locale) }))
            #expect(differences.map(place) == expected.map(place), "in \(texts[member].locale)")
        }
    }

    private func place(_ difference: Difference) -> String {
        "\(difference.kind) \(difference.aspect) in \(difference.passage.member)"
    }
}
