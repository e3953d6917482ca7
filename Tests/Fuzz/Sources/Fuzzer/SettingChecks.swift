import DriftArguments
import DriftEngine
import DriftRules

/// A configuration: what is wrong with it has a place in it and a message.
struct ConfigurationCheck {
    let bytes: [UInt8]

    func run() {
        do {
            let configuration = try ConfigurationReader.read(bytes, path: "driftlint.yml")
            guard let rules = PairCheck.rules else { preconditionFailure("no rules") }
            _ = try? RuleChoice(configuration, rules: rules, select: [], ignore: [], workingFolder: "/w")
        } catch {
            precondition(!error.message.isEmpty, "an error without a message")
            precondition(error.description.utf8.starts(with: "driftlint.yml:".utf8), "an error elsewhere")
        }
    }
}

/// A list of known findings: what was read is read again from what is written of it.
struct BaselineCheck {
    let bytes: [UInt8]

    func run() {
        do {
            let baseline = try Baseline.read(bytes, path: "b.yml")
            let again = try Baseline.read(Array(baseline.text.utf8), path: "b.yml")
            precondition(again.text == baseline.text, "a baseline that is not what was written")
        } catch {
            precondition(!error.message.isEmpty && error.line > 0, "an error without a message or line")
            precondition(error.line <= bytes.count { $0 == 0x0A || $0 == 0x0D } + 1, "an error behind the end")
        }
    }
}

/// A profile in JSON.
struct ProfileCheck {
    let bytes: [UInt8]

    func run() {
        let file = ProfileFile(path: "p.json", files: OverlayFiles(["p.json": bytes]))
        do {
            let written = ProfileFile.bytes(of: try file.read())
            let again = try ProfileFile(path: "p.json", files: OverlayFiles(["p.json": written])).read()
            precondition(ProfileFile.bytes(of: again) == written, "a profile that is not what was written")
        } catch {
            precondition(!"\(error)".isEmpty, "an error without a message")
        }
    }
}

/// A command line: what is wrong with it is said in a message.
struct ArgumentsCheck {
    let bytes: [UInt8]

    func run() {
        let words = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        do {
            let invocation = try Arguments.parse(words) { $0.utf8.count % 2 == 0 }
            let again = try Arguments.parse(words) { $0.utf8.count % 2 == 0 }
            precondition(again == invocation, "one command line is two")
        } catch {
            precondition(!error.message.isEmpty, "an error without a message")
            let isClean = error.message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            precondition(isClean, "a control character in a message")
        }
    }
}
