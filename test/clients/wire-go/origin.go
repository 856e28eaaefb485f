package main

import (
	"context"

	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/workflow"
)

type originKey struct{}

// origin writes the header `orkestra` on whatever a workflow starts.
type origin struct{}

func (origin) InjectFromWorkflow(ctx workflow.Context, writer workflow.HeaderWriter) error {
	from := ctx.Value(originKey{})
	if from == nil {
		return nil
	}
	payload, err := converter.GetDefaultDataConverter().ToPayload(from)
	if err != nil {
		return err
	}
	writer.Set("orkestra", payload)
	return nil
}

func (origin) Inject(context.Context, workflow.HeaderWriter) error { return nil }

func (origin) Extract(ctx context.Context, _ workflow.HeaderReader) (context.Context, error) {
	return ctx, nil
}

func (origin) ExtractToWorkflow(ctx workflow.Context, _ workflow.HeaderReader) (workflow.Context, error) {
	return ctx, nil
}
