import DriftEngine
import DriftLayout
import Testing

@testable import driftlint

@Suite struct AlignArgumentsTests {
    private static let playbook =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        + "/fixtures/playbook/"
    private static let page = "onboarding-blocked"

    @Test(arguments: AlignFormat.allCases)
    func alignHasFormatsOfItsOwn(format: AlignFormat) throws {
        let invocation = try Arguments.parse(["align", "--output-format", format.rawValue, "--uncertain", "de=a.md"])
        var options = Options()
        options.alignFormat = format
        options.uncertain = true
        #expect(invocation == Invocation(command: .align(paths: ["de=a.md"]), options: options))
    }

    @Test(arguments: [["align", "--output-format", "sarif"], ["check", "--uncertain"], ["align", "--uncertain=x"]])
    func wrongAlignIsRefused(arguments: [String]) {
        #expect(throws: UsageError.self) { try Arguments.parse(arguments) }
    }

    /// Operands, and the file names and locales of the members of each set.
    @Test(arguments: [
        (["\(page)-de.md"], [["en", "de", "es", "ja", "pt"]]),
        (["\(page)-de.md", "\(page)-es.md"], [["de", "es"]]),
        (
            ["\(page).md", "\(page)-legal-review.md"],
            [["en", "de", "es", "ja", "pt"], ["en", "de", "es", "ja", "pt"]]
        ),
        (["fr=\(page)-de.md", "\(page)-es.md"], [["fr", "es"]]),
        (["\(page)-jp.md", "../../README.md"], [["ja", "und"]]),
    ])
    func filesStandForTheirSetOrForThemselves(operands: [String], locales: [[String]]) throws {
        let files = operands.map { operand in
            let file = ComparedFile(operand: operand)
            return ComparedFile(locale: file.locale, path: Self.playbook + file.path)
        }
        let sets = try AlignCommand(options: Options()).sets(files, files: DiskFiles()).sets
        #expect(sets.map { $0.members.map(\.locale.description) } == locales)
    }

    @Test func localesNeedASecondFile() {
        #expect(throws: InputError.self) {
            try AlignCommand(options: Options()).sets(
                [ComparedFile(locale: "de", path: Self.playbook + "onboarding-blocked.md")], files: DiskFiles())
        }
    }
}
