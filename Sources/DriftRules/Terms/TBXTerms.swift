import DriftLanguage
import DriftText

/// Terms in TermBase eXchange: TBX-Basic of 2008 (`termEntry`, `langSet`, `tig` or `ntig`) and ISO 30042:2019
/// (`conceptEntry`, `langSec`, `termSec`) in both of its styles.
///
/// A term whose administrative status is deprecated or superseded is not to be used.
struct TBXTerms {
    let source: SourceText
    let path: String

    /// A concept as it is read.
    private struct Concept {
        let line: Int
        var cells: [LanguageTag: TermCell] = [:]
        var locale: LanguageTag?
        var term = ""
        var isForbidden = false
        var isStatus = false
    }

    func table() throws(RuleError) -> TermTable {
        var reader = XMLReader(source: source, path: path)
        var concepts: [Concept] = []
        var concept: Concept?
        var hasRoot = false
        var text = ""
        while let event = try reader.next() {
            switch event {
            case .text(let more): text += more
            case .start(let name, let attributes):
                let name = Self.localName(name)
                hasRoot = hasRoot || name == "martif" || name == "tbx"
                guard hasRoot else { throw error(reader.line, "this is no TBX file: its root is <\(name)>") }
                text = ""
                if name == "termEntry" || name == "conceptEntry" { concept = Concept(line: reader.line) }
                try open(name, attributes, &concept, reader.line)
            case .end(let name):
                try close(Self.localName(name), text, &concept, reader.line)
                text = ""
                if let done = concept, ["termEntry", "conceptEntry"].contains(Self.localName(name)) {
                    concepts.append(done)
                    concept = nil
                }
            }
        }
        guard !concepts.isEmpty else { throw error(1, "there is no termEntry and no conceptEntry in the file") }
        return table(concepts)
    }

    private func error(_ line: Int, _ message: String) -> RuleError {
        RuleError(path: path, line: line, message: message)
    }

    private static func localName(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }

    private func open(
        _ name: String, _ attributes: [String: String], _ concept: inout Concept?, _ line: Int
    ) throws(RuleError) {
        switch name {
        case "langSet", "langSec":
            let spelling = attributes["xml:lang"] ?? ""
            guard let locale = LanguageTag(spelling: spelling) else {
                throw error(line, "“\(spelling)” in xml:lang is no locale; write a tag such as de or pt-BR")
            }
            concept?.locale = locale
        case "tig", "ntig", "termSec":
            concept?.term = ""
            concept?.isForbidden = false
        case "termNote": concept?.isStatus = attributes["type"] == "administrativeStatus"
        case "administrativeStatus": concept?.isStatus = true
        default: break
        }
    }

    private func close(_ name: String, _ text: String, _ concept: inout Concept?, _ line: Int) throws(RuleError) {
        let text = String(decoding: Array(text.utf8)[...].trimmingSpace, as: UTF8.self)
        switch name {
        case "term": concept?.term = text
        case "termNote", "administrativeStatus":
            let isStatus = concept?.isStatus ?? false
            if isStatus, text.hasPrefix("deprecated") || text.hasPrefix("superseded") { concept?.isForbidden = true }
            concept?.isStatus = false
        case "tig", "ntig", "termSec":
            guard let found = concept, let locale = found.locale, !found.term.isEmpty else { return }
            guard let form = TermForm(found.term) else {
                throw error(
                    line, "“\(found.term)” is no term: write at least one letter, and at most \(TermForm.limit) words")
            }
            if found.isForbidden {
                concept?.cells[locale, default: TermCell()].forbidden.append(form)
            } else {
                concept?.cells[locale, default: TermCell()].forms.append(form)
            }
        default: break
        }
    }

    private func table(_ concepts: [Concept]) -> TermTable {
        let locales = Set(concepts.flatMap(\.cells.keys)).sorted { $0.description < $1.description }
        let entries = concepts.map { concept in
            TermEntry(line: concept.line, cells: locales.map { concept.cells[$0] ?? TermCell() })
        }
        return TermTable(path: path, locales: locales, entries: entries)
    }
}
