import DriftAlignment
import DriftLanguage
import DriftMarkdown
import DriftText
import FoundationEssentials
import Golden
import Mutations

/// Documents that the properties are tested on.
enum Sample {
    static let generated = (0..<6).map { GeneratedDocument.markdown(seed: $0) }

    /// A page of the playbook under `fixtures/`.
    static func playbook(_ suffix: String) -> String {
        let path = "\(Golden.root)/fixtures/playbook/onboarding-blocked\(suffix).md"
        return String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    static let playbook: [(locale: String, text: String)] = [
        ("en", playbook("")), ("de", playbook("-de")), ("es", playbook("-es")), ("ja", playbook("-jp")),
        ("pt", playbook("-pr")),
    ]

    static let all = generated + playbook.map(\.text)

    static let links = LinkKey(localeWords: ["en", "de", "es", "ja", "jp", "pt", "pr"])

    static func outline(_ bytes: [UInt8], _ locale: String = "en") -> Outline {
        Outline(Document(SourceText(bytes)), locale: LanguageTag(language: locale), links: links)
    }

    static func outline(_ text: String, _ locale: String = "en") -> Outline { outline(Array(text.utf8), locale) }

    static func set(_ outlines: [Outline]) -> AlignedSet {
        AlignedSet(
            name: "set", members: outlines.enumerated().map { AlignedSet.Member(path: "\($0).md", outline: $1) })
    }

    static func differences(_ outlines: Outline...) -> [Difference] { differences(set(outlines)) }

    /// What differs between the documents, without what is wrong in one by itself.
    static func differences(_ set: AlignedSet) -> [Difference] {
        allDifferences(set).filter { $0.kind != .defective }
    }

    static func allDifferences(_ set: AlignedSet) -> [Difference] {
        Comparison.differences(in: set, profile: Profile(surveying: set), links: links)
    }
}

extension Difference {
    /// What it says, without where.
    var summary: String { "\(kind.rawValue) \(aspect.rawValue) “\(expected)” “\(found)”" }
}
