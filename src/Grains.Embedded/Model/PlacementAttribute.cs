namespace Orleans.Placement;

/// <summary>Says where activations of a class live. In one process, only how many there are matters.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public abstract class PlacementAttribute : Attribute
{
    private protected PlacementAttribute()
    {
    }
}
