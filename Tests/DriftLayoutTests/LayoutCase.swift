import DriftLanguage
import Testing

@testable import DriftLayout

/// Files of a small repository, as `path` or `path=beginning`, and the sets expected, members as `locale:path`.
struct LayoutCase: CustomTestStringConvertible, Sendable {
    var name: String
    var files: [String]
    var sets: [[String]]

    init(_ name: String, _ files: [String], _ sets: [[String]]) {
        (self.name, self.files, self.sets) = (name, files, sets)
    }

    var testDescription: String { name }
}

let english =
    "You can use this page to find out which of the services are ready for your users and what is not."
let german =
    "Auf dieser Seite finden Sie heraus, welche der Dienste für die Benutzer bereit sind und wie es weiter geht."
let italian = "In questa pagina si può vedere quali dei servizi sono pronti per gli utenti e che cosa non lo è."
let chinese = "本页说明哪些服务已经可以供用户使用，以及还缺少什么内容，请仔细阅读后再继续操作。"

func discover(_ files: [String], source: LanguageTag? = nil) -> Layout {
    var contents: [String: [UInt8]] = [:]
    for file in files {
        let parts = file.split(separator: "=", maxSplits: 1)
        contents[String(parts[0])] = parts.count > 1 ? Array(parts[1].utf8) : []
    }
    return LayoutDiscovery(source: source).discover(paths: Array(contents.keys)) { contents[$0] ?? [] }
}

extension Layout {
    /// Each set as `locale:path` of its members.
    var listing: [[String]] { sets.map { set in set.members.map { "\($0.locale):\($0.path)" } } }
}
