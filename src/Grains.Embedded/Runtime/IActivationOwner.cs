namespace Orleans.Embedded;

/// <summary>Who holds an activation, and lets it go when it ends.</summary>
internal interface IActivationOwner
{
    /// <summary>Removes the activation, so that new calls meet another.</summary>
    void Remove(Activation activation);
}
