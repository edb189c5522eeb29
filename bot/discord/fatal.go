package discord

import (
	"errors"
	"fmt"
)

const portal = "https://discord.com/developers/applications"

// errToken is why Run ends when Discord does not take the token, at first or later.
var errToken = errors.New("DISCORD_TOKEN is not accepted by Discord: it is mistyped or has been reset; make a new one at " +
	portal + ", under Bot, with Reset Token")

// fatalCode returns the error for a code with which the gateway closes for good, nil for other codes.
func (s *shard) fatalCode(code closeError) error {
	switch code {
	case 4004:
		return errToken
	case 4010:
		return fmt.Errorf("shard %d of %d is not taken by Discord: check the numbers of the shards (close code 4010)", s.id, s.client.config.Shards.Count)
	case 4011:
		return fmt.Errorf("the bot is in too many servers for %d shards: raise the number of shards (close code 4011)", s.client.config.Shards.Count)
	case 4012:
		return errors.New("this version of the gateway's protocol is no longer taken by Discord: update the program (close code 4012)")
	case 4013:
		return errors.New("the intents that the program asks for are unknown to Discord: update the program (close code 4013)")
	case 4014:
		return errors.New("the intents that the bot asks for are not allowed by Discord, though none is privileged: look at " +
			portal + ", under Bot, whether it is limited or disabled (close code 4014)")
	}
	return nil
}
