/// The commands by which a repository takes driftlint up.
extension CommandDescription {
    static let initialise = CommandDescription(
        name: .initialise, summary: "Write a commented driftlint.yml", operands: "[FLAGS] [FOLDER]",
        flags: [.force, .source, .color, .help],
        detail: """
            Writes FOLDER/driftlint.yml (default: the current directory) with what is found there: the source locale,
            and, commented out, the layout, the locales and every other key. A file that is there is left alone.
            """,
        examples: [Example(arguments: "init", meaning: "configure this directory")])

    static let config = CommandDescription(
        name: .config, summary: "Show the configuration that holds, and where it is from", operands: "[FLAGS] [PATH]",
        flags: [
            .config, .noConfig, .set, .select, .ignore, .source, .baseline, .profile, .pending, .failOnPending, .failOn,
            .schema,
            .color, .help,
        ],
        detail: """
            Prints each key with its value and its origin: a line of driftlint.yml, a flag, or the default. PATH
            (default: the current directory) is where the search for driftlint.yml begins.
            """,
        examples: [
            Example(arguments: "config docs", meaning: "what holds for docs"),
            Example(arguments: "config --schema", meaning: "the JSON Schema, for editors"),
        ])

    static let baseline = CommandDescription(
        name: .baseline, summary: "Remove what no longer occurs from the baseline", operands: "[FLAGS] prune [FILE]",
        flags: [.config, .noConfig, .set, .root, .source, .color, .jobs, .quiet, .help],
        detail: """
            Checks the current directory and rewrites FILE (default: the baseline that is configured) without the
            entries that are found no more. What lies elsewhere is kept. Findings are not reported.
            """,
        examples: [Example(arguments: "baseline prune", meaning: "shrink the baseline")])

    static let profile = CommandDescription(
        name: .profile, summary: "Keep what all documents teach, for runs that see a few", operands: "[FLAGS] [PATH…]",
        flags: [.config, .noConfig, .set, .root, .source, .profile, .color, .jobs, .quiet, .help],
        detail: """
            What is usual in a repository shows in all its documents together: which words stay as they are, which keys
            of front matter are translated. This command writes that to a file, so that a run of single files, with
            --staged or --changed-since, finds in them what a run of everything finds. Write it anew now and then.
            """,
        examples: [
            Example(arguments: "profile", meaning: "write driftlint-profile.json, or as configured"),
            Example(
                arguments: "check --profile p.json docs/de/x.md", meaning: "one file, all knowledge"),
        ],
        variants: [
            Flag(
                name: .profile, value: .text("FILE"),
                summary: "File to write [default: as configured]")
        ])
}
