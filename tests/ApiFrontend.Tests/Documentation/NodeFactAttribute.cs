namespace LoApi.ApiFrontend.Tests.Documentation;

/// <summary>A test that runs the programs of tests/OpenApi; skipped, with the reason, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!ShellFactAttribute.IsOnPath("node") || !ShellFactAttribute.IsOnPath("npm"))
        {
            Skip = "Node.js and npm are not installed: apt-get install nodejs npm";
        }
        else if (!Directory.Exists(Path.Combine(NodeScript.Folder, "node_modules")))
        {
            Skip = "The packages of tests/OpenApi are not installed: npm ci --prefix tests/OpenApi";
        }
    }
}
