import DriftAlignment
import DriftEngine
import DriftFindings
import DriftLanguage
import DriftLayout
import DriftMarkdown
import DriftReport
import DriftRules
import DriftText

/// A document and its translations through alignment, all rules, fixes and reports: every place lies in its file, what is
/// done twice comes out the same, and reports hold no control characters.
struct PairCheck {
    static let rules = try? RuleBook.builtIn()
    private static let locales = ["en", "de", "ja"]

    private let bytes: [UInt8]
    private let files: [String: [UInt8]]
    private let set: LocaleSet

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var documents: [[UInt8]] = [[]]
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.elementsEqual("=====".utf8), documents.count < Self.locales.count {
                documents.append([])
            } else {
                documents[documents.count - 1] += line + [0x0A]
            }
        }
        if documents.count == 1 { documents.append(documents[0]) }
        var files: [String: [UInt8]] = [:]
        var members: [LocaleSet.Member] = []
        for (locale, document) in zip(Self.locales, documents) {
            // Without the line feed that the end of the input did not have.
            files["\(locale)/a.md"] = document.dropLast()
            members.append(
                LocaleSet.Member(path: "\(locale)/a.md", locale: LanguageTag(language: locale), reason: "given"))
        }
        self.files = files
        set = LocaleSet(name: "en/a.md", members: members)
    }

    /// Only some inputs are fixed, reported or done again, which each takes as long as all the rest.
    func run() {
        guard let rules = Self.rules else { preconditionFailure("the rules that are built in cannot be read") }
        checkDiagonal()
        let outcome = lint(rules)
        precondition(outcome.unreadable.isEmpty, "a file in memory cannot be read")
        for finding in outcome.findings + outcome.suppressed { check(finding) }
        switch bytes.count % 8 {
        case 0: precondition(lint(rules).findings == outcome.findings, "a second run finds something else")
        case 1: fix(rules)
        case 2: report(outcome.findings)
        default: break
        }
    }

    /// A document beside itself: nothing stands beside another part, lacks or is too much. Cells behind the last column of
    /// their table, which nobody sees, stand beside nothing.
    private func checkDiagonal() {
        let links = LinkKey(localeWords: Set(Self.locales))
        let document = Document(SourceText(files["en/a.md"] ?? []))
        let outline = Outline(document, locale: LanguageTag(language: "en"), links: links)
        let own = PairAlignment.align(outline, outline)
        let isDiagonal = own.targets.indices.allSatisfy { own.targets[$0] < 0 || Int(own.targets[$0]) == $0 }
        precondition(isDiagonal, "not its own translation")
        let copy = Outline(document, locale: LanguageTag(language: "de"), links: links)
        let set = AlignedSet(
            name: "a.md",
            members: [
                AlignedSet.Member(path: "en/a.md", outline: outline), AlignedSet.Member(path: "de/a.md", outline: copy),
            ])
        for difference in Comparison.differences(in: set, profile: Profile(), links: links) {
            precondition(difference.kind != .missing && difference.kind != .extra, "drift beside itself")
        }
    }

    private func linter(_ rules: RuleBook) -> Linter {
        Linter(
            files: OverlayFiles(files), rules: rules, selection: Set(rules.rules.map(\.id)), insertsMissing: true,
            keepsSuppressed: true, roots: ["."], jobs: 1)
    }

    private func lint(_ rules: RuleBook) -> Linter.Outcome {
        let (linter, set) = (linter(rules), set)
        return waiting { await linter.run([set]) }
    }

    // MARK: Places

    private func check(_ finding: Finding) {
        precondition(!finding.message.isEmpty && !finding.message.contains("\n"), "a message of no or two lines")
        check(finding.place)
        for related in finding.related { check(related.place) }
        for edit in finding.fix?.edits ?? [] { check(edit.place) }
    }

    private func check(_ place: Place) {
        guard let file = files[place.path] else { preconditionFailure("a place in \(place.path)") }
        let lines = SourceText(file).lineCount
        for position in [place.start, place.end] {
            precondition((0...file.count).contains(position.offset), "offset \(position.offset) outside of the file")
            precondition((1...max(1, lines)).contains(position.line), "line \(position.line) outside of the file")
            precondition(position.column >= 1 && position.utf16Column >= position.column, "a column before the first")
        }
        precondition(place.start.offset <= place.end.offset, "a place that ends before it begins")
    }

    // MARK: What else is done with findings

    private func fix(_ rules: RuleBook) {
        let (linter, set, files) = (linter(rules), set, OverlayFiles(files))
        let outcome = waiting {
            await Fixer(linter: linter, files: files, roots: ["."], jobs: 1).run(
                [set], policy: FixPolicy(includesUnsafe: true))
        }
        for file in outcome.files {
            precondition(self.files[file.path] == file.before, "a fix of what was not read")
            _ = DiffReport.render(path: file.path, before: file.before, after: file.after)
        }
    }

    private func report(_ findings: [Finding]) {
        let report = Report(
            toolVersion: "0", rules: [], findings: findings, setCount: 1,
            documentCount: set.members.count)
        for format in OutputFormat.allCases {
            let text = format.render(report)
            let isClean = text.unicodeScalars.allSatisfy {
                $0 == "\n"
                    || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !(0x202A...0x202E).contains($0.value)
            }
            precondition(isClean, "a control character in a report as \(format)")
        }
    }
}
