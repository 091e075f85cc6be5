namespace LoApi.ApiFrontend.Tests.Documentation;

/// <summary>A test that needs programs; skipped, with the reason, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(params string[] programs)
    {
        if (programs.Where(program => !IsOnPath(program)).ToArray() is { Length: > 0 } missing)
        {
            Skip = $"Not installed: {string.Join(", ", missing)}";
        }
    }

    public static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
