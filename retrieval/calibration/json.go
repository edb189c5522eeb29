package calibration

import (
	"encoding/json"
	"errors"
	"fmt"
)

// version is that of the JSON form. A program reads no other: what a later one means by it is not known.
const version = 1

type stored struct {
	Version   int        `json:"version"`
	Model     string     `json:"model"`
	Reactions []Reaction `json:"reactions"`
}

// MarshalJSON writes the reactions, the oldest first.
func (r *Reactions) MarshalJSON() ([]byte, error) {
	out := stored{version, r.model, r.inOrder()}
	if out.Reactions == nil {
		out.Reactions = []Reaction{}
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON wrote; of more than Most reactions it keeps the latest. Its error names every
// reaction that is wrong, and r is then as it was.
func (r *Reactions) UnmarshalJSON(data []byte) error {
	var in stored
	if err := json.Unmarshal(data, &in); err != nil {
		return fmt.Errorf("read reactions: %w", err)
	}
	if in.Version != version {
		return fmt.Errorf("read reactions: version %d is not known, only %d", in.Version, version)
	}
	var wrong []error
	read := New(in.Model)
	for i, x := range in.Reactions {
		if err := x.check(); err != nil {
			wrong = append(wrong, fmt.Errorf("reaction %d: %w", i, err))
			continue
		}
		read.Add(x)
	}
	if len(wrong) > 0 {
		return fmt.Errorf("read reactions: %w", errors.Join(wrong...))
	}
	*r = *read
	return nil
}

func (x Reaction) check() error {
	switch {
	case x.ID == "":
		return errors.New(`"id" is missing`)
	case !(x.Confidence >= 0 && x.Confidence <= 1):
		return fmt.Errorf("confidence %g is not between 0 and 1", x.Confidence)
	case x.At.IsZero():
		return errors.New(`"at" is missing`)
	}
	return nil
}
