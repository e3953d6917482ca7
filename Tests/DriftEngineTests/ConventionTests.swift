import DriftFindings
import DriftText
import Testing

@testable import DriftEngine

/// What most documents of a locale share.
@Suite struct SharedConventionTests {
    private func finding(_ document: Int, locale: String = "de", message: String = "missing paragraph “Read this”")
        -> Finding
    {
        let source = SourceText(Array("Text\n".utf8))
        return Finding(
            rule: "missing-paragraph", severity: .error, message: message, set: "\(document).md", locale: locale,
            place: source.place(ByteRange(0, 4), path: "\(locale)/\(document).md"), related: [],
            cause: "\(locale)\(document)", fingerprint: "\(document)")
    }

    private func causes(_ findings: [Finding], documents: Int) -> Int {
        let united = Conventions.unite(findings, documentCounts: ["de": documents, "ja": documents])
        #expect(united.map(\.fingerprint) == findings.map(\.fingerprint))
        #expect(united.map(\.place) == findings.map(\.place))
        return Set(united.map(\.cause)).count
    }

    @Test func isOneCause() {
        #expect(causes((0..<6).map { finding($0) }, documents: 10) == 1)
    }

    @Test func isNoneWhereHalfOfTheDocumentsOrFewerHaveIt() {
        #expect(causes((0..<6).map { finding($0) }, documents: 12) == 6)
        #expect(causes((0..<4).map { finding($0) }, documents: 4) == 4)
    }

    @Test func isToldApartByLocaleAndByWhatIsSaid() {
        let findings = (0..<6).flatMap { [finding($0), finding($0, locale: "ja")] }
        #expect(causes(findings, documents: 8) == 2)
        #expect(causes((0..<6).map { finding($0, message: "missing paragraph “\($0)”") }, documents: 8) == 6)
    }
}
