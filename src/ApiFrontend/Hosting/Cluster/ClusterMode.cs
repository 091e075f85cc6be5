namespace LoApi.ApiFrontend.Hosting;

/// <summary>Where the grains are that a front end calls.</summary>
internal enum ClusterMode
{
    /// <summary>In its own process: a cluster of one, for development and for a single machine.</summary>
    CoHosted,

    /// <summary>In silos, which it finds by their membership; it opens no other connection to the database.</summary>
    Client,
}
