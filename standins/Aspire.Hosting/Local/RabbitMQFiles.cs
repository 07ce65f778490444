namespace Aspire.Hosting.Local;

/// <summary>The folder of one node: configuration, messages, cookie.</summary>
internal sealed class RabbitMQFiles(string root)
{
    public string Root => root;

    /// <summary>
    /// Whether a node ever got ready on these files. One that was ended in its first start may have left them half made, and nobody's
    /// message is in them.
    /// </summary>
    public bool WereReady
    {
        get => File.Exists(In("was-ready"));
        set
        {
            if (value && !WereReady)
                PrivateFile.Write(In("was-ready"), "");
        }
    }

    /// <summary>Writes the configuration. The user exists from the node's first start on, in place of guest.</summary>
    public void Write(int port, string user, string password)
    {
        PrivateFile.CreateFolder(root);
        PrivateFile.Write(In("rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            default_user = {user}
            default_pass = {password}
            log.console = true
            log.console.level = warning
            log.file = false

            """);
        PrivateFile.Write(In("enabled_plugins"), "[].\n");
        PrivateFile.Write(In("rabbitmq-env.conf"), "");
        PrivateFile.Write(In("advanced.config"), "[].\n");
    }

    /// <summary>Everything the node would otherwise look for in the machine's own folders.</summary>
    public Dictionary<string, string> Environment(int port, int distributionPort, int nameServerPort) => new()
    {
        ["HOME"] = root,
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = $"{nameServerPort}",
        ["RABBITMQ_NODENAME"] = "suite@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = $"{port}",
        ["RABBITMQ_DIST_PORT"] = $"{distributionPort}",
        ["RABBITMQ_MNESIA_BASE"] = In("mnesia"),
        ["RABBITMQ_LOG_BASE"] = In("log"),
        ["RABBITMQ_PID_FILE"] = In("node.pid"),
        ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = In("advanced.config"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = In("generated"),
        ["RABBITMQ_CONF_ENV_FILE"] = In("rabbitmq-env.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        // Makes the start script become the Erlang machine instead of waiting for it as its parent: one process to signal.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
    };

    public void Delete()
    {
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
    }

    private string In(string name) => Path.Combine(root, name);
}
