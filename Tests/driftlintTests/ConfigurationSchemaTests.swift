import DriftEngine
import FoundationEssentials
import Golden
import Testing

@testable import driftlint

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Validation of YAML by Python's jsonschema, where it and a reader of YAML are installed. All scalars are read as text,
/// as driftlint reads them.
private enum Validator {
    static let isInstalled = run("import jsonschema, yaml", [])

    static func accepts(_ yaml: String) -> Bool {
        let script = """
            import json, sys, jsonschema, yaml
            schema = json.load(open(sys.argv[1], encoding="utf-8"))
            validator = jsonschema.validators.validator_for(schema)
            validator.check_schema(schema)
            errors = list(validator(schema).iter_errors(yaml.load(sys.argv[2], Loader=yaml.BaseLoader)))
            for error in errors: print(error.json_path, error.message[:300], file=sys.stderr)
            sys.exit(1 if errors else 0)
            """
        return run(script, [Golden.root + "/" + schemaPath, yaml])
    }

    private static func run(_ script: String, _ arguments: [String]) -> Bool {
        let words = ["python3", "-W", "ignore", "-c", script] + arguments
        return system(words.map(quoted).joined(separator: " ") + " 2>/dev/null") == 0
    }

    private static func quoted(_ word: String) -> String {
        "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

private let schemaPath = ".github/driftlint.schema.json"

@Test func schemaIsThatOfTheKeys() throws {
    #expect(try Golden.check(ConfigurationSchema.json, against: schemaPath) == .matches)
}

/// The blocks of the README that are configurations.
private let readmeExamples: [String] = {
    let text = FileManager.default.contents(atPath: Golden.root + "/README.md").map {
        String(decoding: $0, as: UTF8.self)
    }
    let blocks = (text ?? "").components(between: "```yaml\n", and: "```")
    let keys = Configuration.descriptions.map { "\($0.name):" }
    return blocks.filter { block in keys.contains { block.hasPrefix($0) } }
}()

extension String {
    fileprivate func components(between open: String, and close: String) -> [String] {
        var found: [String] = []
        var isInside = false
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            if isInside, line == close { isInside = false } else if isInside { found[found.count - 1] += line + "\n" }
            if !isInside, line + "\n" == open {
                isInside = true
                found.append("")
            }
        }
        return found
    }
}

@Test func theReadmeHasExamples() {
    #expect(readmeExamples.count >= 2)
}

@Test(.enabled(if: Validator.isInstalled, "needs python3 with jsonschema and yaml"), arguments: readmeExamples)
func examplesFollowTheSchema(example: String) throws {
    _ = try ConfigurationReader.read(Array(example.utf8), path: "README.md")
    #expect(Validator.accepts(example))
}

@Test(
    .enabled(if: Validator.isInstalled, "needs python3 with jsonschema and yaml"),
    arguments: Configuration.descriptions.map { "\($0.name): \($0.example)" })
func examplesOfKeysFollowTheSchema(example: String) {
    #expect(Validator.accepts(example))
}

/// What the reader refuses for its shape, the schema refuses, too.
@Test(
    .enabled(if: Validator.isInstalled, "needs python3 with jsonschema and yaml"),
    arguments: [
        "sorce: en", "source: [en]", "severity: { values: bad }", "severity: [values]", "fail-on: always",
        "per-locale: { de: { select: [a] } }", "roots: { blog: { roots: {} } }", "select: { a: b }", "baseline: ''",
    ])
func wrongValuesDoNotFollowTheSchema(text: String) {
    #expect(throws: ConfigurationError.self) { try ConfigurationReader.read(Array(text.utf8), path: "x.yml") }
    #expect(!Validator.accepts(text))
}
