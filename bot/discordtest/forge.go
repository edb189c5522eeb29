package discordtest

// Forge presses a button that the message need not have. Discord itself lets nobody do that; a bot that reads its own
// state out of custom ids should survive it all the same.
func (u *User) Forge(m *Message, customID string) *Interaction {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return u.use(m, customID, object{"component_type": ComponentButton, "custom_id": customID, "id": 1})
}
