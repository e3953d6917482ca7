import DriftMarkdown
import DriftText

/// Runs libFuzzer over the parser: any bytes, in each dialect and as YAML.
@main
struct ParseFuzzer {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = runFuzzer(&count, &arguments) { start, count in
            ParseFuzzer.check(Array(UnsafeBufferPointer(start: start, count: count)))
            return 0
        }
    }

    private static func check(_ bytes: [UInt8]) {
        let source = SourceText(bytes)
        LineCheck(source: source).run()
        YAMLCheck(source: source).run()
        for dialect in Dialect.allCases {
            let document = Document(source, dialect: dialect)
            TreeCheck(document: document).run()
            _ = HTMLRenderer.render(document, filtersTags: true)
            if dialect == .all { _ = TreeOutline.render(document) }
        }
    }
}

/// libFuzzer's own entry point, for programs that have a `main`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
