import DriftEngine
import DriftLanguage
import DriftLayout
import DriftPatterns
import DriftRules
import DriftText

/// A rule page of a team: it is read or refused with a place, its examples can be run, and what it finds lies in its file.
struct RuleCheck {
    private static let documents: [String: [UInt8]] = [
        "en/a.md": Array(
            "# Setup\n\nSee [the guide](guide.md) for `make all`, 20 seconds and 3/27/2020.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| TBD | 1,000 |\n"
                .utf8),
        "de/a.md": Array(
            "# Einrichtung\n\nSiehe [die Anleitung](guide.de.md) zu `make all` und 30 Sekunden.\n\n- eins\n\n| a | b |\n|---|---|\n| offen | 1.000 |\n"
                .utf8),
    ]
    private static let set = LocaleSet(
        name: "en/a.md",
        members: ["en", "de"].map {
            LocaleSet.Member(path: "\($0)/a.md", locale: LanguageTag(language: $0), reason: "given")
        })

    let bytes: [UInt8]

    func run() {
        let rule: Rule
        do throws(RuleError) {
            rule = try Rule(EmbeddedPage(SourceText(bytes), path: "own.md")).readingTerms()
        } catch {
            precondition(error.description.utf8.starts(with: "own.md:".utf8), "an error elsewhere")
            precondition(error.line >= 1, "an error before the first line")
            return
        }
        guard let book = try? PairCheck.rules?.adding([rule]) else { return }
        apply(rule, book)
        for example in ExampleReader.examples(in: rule.description.page, firstLine: rule.bodyLine).prefix(4) {
            _ = waiting { await ExampleRunner(rules: book).failures(of: example, rule: rule) }
        }
    }

    private func apply(_ rule: Rule, _ book: RuleBook) {
        let linter = Linter(
            files: OverlayFiles(Self.documents), rules: book, selection: [rule.id], roots: ["."], jobs: 1)
        let outcome = waiting { await linter.run([Self.set]) }
        for finding in outcome.findings {
            let size = Self.documents[finding.place.path]?.count ?? -1
            precondition(finding.place.end.offset <= size, "a place outside of the file")
        }
    }
}

/// Terms in each of the forms in which they are kept.
struct TermsCheck {
    let bytes: [UInt8]

    func run() {
        let source = SourceText(bytes)
        for ending in TermTableReader.extensions {
            do throws(RuleError) {
                let tables = try TermTableReader.read(source, path: "terms.\(ending)")
                guard let book = PairCheck.rules?.adding(terms: tables) else { continue }
                _ = TermBases(book, locales: [["en", "de"].map { LanguageTag(language: $0) }])
            } catch {
                precondition(error.description.utf8.starts(with: "terms.\(ending):".utf8), "an error elsewhere")
                precondition((1...max(1, source.lineCount)).contains(error.line), "an error outside of the file")
            }
        }
    }
}

/// A pattern and a text: matches stand in order and within the text, captures within their match.
struct PatternCheck {
    let bytes: [UInt8]

    func run() {
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
        let written = String(decoding: bytes[..<end], as: UTF8.self)
        let text = Array(bytes[min(end + 1, bytes.count)...])
        do throws(PatternError) {
            check(try Pattern(written).matches(in: text, upTo: 20), in: text)
        } catch {
            precondition((0...written.utf8.count).contains(error.offset), "an error outside of the pattern")
        }
    }

    private func check(_ matches: [PatternMatch], in text: [UInt8]) {
        var place = 0
        for match in matches {
            precondition(match.range.lowerBound >= place, "matches overlap")
            precondition(match.range.upperBound <= text.count, "a match behind the end")
            for capture in match.captures.compactMap(\.self) {
                precondition(match.range.lowerBound <= capture.lowerBound, "a capture before its match")
                precondition(capture.upperBound <= match.range.upperBound, "a capture behind its match")
            }
            place = match.range.upperBound
        }
    }
}
