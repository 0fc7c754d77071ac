// Loaded into the API by `npm start`: when that process is killed outright, the API must not stay behind on the port.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
