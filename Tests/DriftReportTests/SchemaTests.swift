import FoundationEssentials
import Golden
import Testing

/// Validation by Python's jsonschema, where it is installed.
private enum Validator {
    static let isInstalled = Python.run("import jsonschema")

    static let sarifSchema: String = {
        let shared = ProcessInfo.processInfo.environment["DRIFTLINT_SHARED"] ?? Golden.root + "/../shared"
        return shared + "/schemas/sarif-2.1.0.json"
    }()

    static func accepts(_ document: String, schema: String) -> Bool {
        let script = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1], encoding="utf-8"))
            validator = jsonschema.validators.validator_for(schema)
            validator.check_schema(schema)
            errors = list(validator(schema).iter_errors(json.load(open(sys.argv[2], encoding="utf-8"))))
            for error in errors: print(error.json_path, error.message[:300], file=sys.stderr)
            sys.exit(1 if errors else 0)
            """
        return Python.run(script, [schema, document])
    }
}

private let outputSchema = Golden.root + "/.github/driftlint-output.schema.json"

@Test(.enabled(if: Validator.isInstalled, "needs python3 with jsonschema"))
func jsonFollowsItsSchema() {
    #expect(Validator.accepts(Golden.root + "/fixtures/reports/report.json", schema: outputSchema))
}

@Test(.enabled(if: Validator.isInstalled, "needs python3 with jsonschema"))
func alignmentsFollowTheirSchema() {
    let schema = Golden.root + "/.github/driftlint-alignment.schema.json"
    #expect(Validator.accepts(Golden.root + "/fixtures/reports/align.json", schema: schema))
    #expect(!Validator.accepts(Golden.root + "/fixtures/reports/report.json", schema: schema))
}

@Test(.enabled(if: Validator.isInstalled, "needs python3 with jsonschema"))
func schemaRefusesOtherJSON() {
    #expect(!Validator.accepts(Golden.root + "/fixtures/reports/report.sarif", schema: outputSchema))
}

@Test(
    .enabled(
        if: Validator.isInstalled && FileManager.default.fileExists(atPath: Validator.sarifSchema),
        "needs python3 with jsonschema, and the schema of SARIF"))
func sarifFollowsItsSchema() {
    #expect(Validator.accepts(Golden.root + "/fixtures/reports/report.sarif", schema: Validator.sarifSchema))
}
