package import Files
internal import Processes
package import RunbookModel

/// Fetches secrets from where environment files say they are; only a run does so, never a check or a plan.
package struct SecretResolver: Sendable {
    /// The longest secret, in bytes.
    package static let maximumBytes = 65_536

    /// Why a secret could not be had; nothing in it comes from the secret.
    package struct Failure: Error, Sendable, Hashable {
        /// What went wrong.
        package let message: String
        /// What to do.
        package let help: String
    }

    private let variables: [String: String]
    private let files: FileTrust
    private let secrets: SecretLedger
    private let deadline: Duration

    /// Makes a resolver.
    ///
    /// - Parameters:
    ///   - variables: The process's environment, which programs inherit without the variables of `runbook` itself.
    ///   - files: Who chose the files that secrets are in.
    ///   - secrets: Where each secret is added, before anybody has it.
    ///   - deadline: How long a program may take; it is ended then.
    package init(
        variables: [String: String], files: FileTrust = .own, secrets: SecretLedger = SecretLedger(),
        deadline: Duration = .seconds(30)
    ) {
        self.secrets = secrets
        self.variables = variables
        self.files = files
        self.deadline = deadline
    }

    /// The secret of a source, without the one line break at its end that editors and programs add.
    ///
    /// - Throws: `Failure` when there is none, or one that could not be sent or masked.
    package func secret(from source: SecretSource) async throws(Failure) -> Secret {
        switch source {
        case .variable(let name):
            guard let value = variables[name] else {
                throw Failure(message: "the variable `\(name)` is not set", help: "set it: `export \(name)=...`")
            }
            return try check(Array(value.utf8), from: "the variable `\(name)`")
        case .file(let path):
            return try check(trimmed(contents(of: path)), from: "the file `\(path)`")
        case .command(let arguments, let directory):
            return try check(trimmed(await run(arguments, in: directory)), from: "`\(arguments.first ?? "")`")
        }
    }

    private func contents(of path: String) throws(Failure) -> [UInt8] {
        do throws(FileFailure) {
            return try FileReader.read(path, files, limit: SecretResolver.maximumBytes)
        } catch {
            throw Failure(
                message: "cannot read the file `\(path)`: \(error.reason)",
                help: "a relative path starts at the folder of the environment file")
        }
    }

    private func run(_ arguments: [String], in directory: String) async throws(Failure) -> [UInt8] {
        let program = arguments.first ?? ""
        let command = ProcessCommand(
            program.contains("/") ? FilePath.join(directory, program) : program, Array(arguments.dropFirst()),
            environment: variables.filter { !$0.key.hasPrefix("RUNBOOK_") }.merging(["RUNBOOK_STEP": ""]) { $1 },
            directory: directory,
            output: .collect(limit: SecretResolver.maximumBytes), deadline: deadline)
        let result: ProcessResult
        do {
            result = try await Process.run(command)
        } catch let error as SpawnError {
            throw Failure(message: error.description, help: "write the name of a program in `PATH`, or its path")
        } catch {
            throw Failure(message: "`\(program)` was not started, because the run was stopped", help: "start a new run")
        }
        // What it printed is not shown, because it may be part of the secret.
        let help = "run it yourself to see its messages"
        if result.stopped == .deadline {
            throw Failure(
                message: "`\(program)` did not print a secret within \(DurationText.text(deadline))", help: help)
        }
        guard result.isSuccess else {
            throw Failure(message: "`\(program)` failed with \(result.termination)", help: help)
        }
        return result.output + (result.outputDropped > 0 ? [0x20] : [])
    }

    private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.last == 0x0A else { return bytes }
        let rest = bytes.dropLast()
        return Array(rest.last == 0x0D ? rest.dropLast() : rest)
    }

    private func check(_ bytes: [UInt8], from place: String) throws(Failure) -> Secret {
        if bytes.count > SecretResolver.maximumBytes {
            throw Failure(
                message: "the secret from \(place) is larger than 64 KiB", help: "it must contain only the secret")
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw Failure(message: "the secret from \(place) is not UTF-8", help: "save the secret as UTF-8 text")
        }
        if text.isEmpty { throw Failure(message: "the secret from \(place) is empty", help: "write the secret there") }
        if text.contains(where: \.isNewline) {
            throw Failure(message: "the secret from \(place) has several lines", help: "write the secret on one line")
        }
        if text.count < Masker.minimumLength {
            throw Failure(
                message: "the secret from \(place) has less than \(Masker.minimumLength) characters",
                help: "choose a longer secret: such a short one cannot be masked in reports")
        }
        secrets.add([text])
        return Secret(text)
    }
}
