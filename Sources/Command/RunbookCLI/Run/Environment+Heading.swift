import RunbookEnvironment
import RunbookRun

extension Environment {
    /// What plans and runs say of it.
    var heading: EnvironmentHeading {
        EnvironmentHeading(name: name, sha256: sha256, isSandbox: sandbox != nil, isDisposable: isDisposable)
    }
}
